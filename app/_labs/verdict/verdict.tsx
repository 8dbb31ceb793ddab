'use client'
// Filled by the visitor's own run.
import { useEffect, useRef } from 'react'
import { Status } from '@/app/_ui/status'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Card, PAIRED } from '../card'
import { LaneName } from '../lane-name'
import { RecordedButton } from '../run/recorded-button'
import { Told } from '../run/told'
import type { Shown } from '../run/use-lab'
import { lanesOfLab, namespaceOf } from '../sheet'
import { So, YouSaid } from './conclusion'
import { Outcome, ToneLegend } from './outcome'
import { findingOf, Proof, type VerdictRows, Wrong } from './verdict-cell'

/** What came of the moment that was asked about, lane by lane, beside the guess: in sight when a run is over. */
export function Verdict(rows: VerdictRows) {
  const { sheet, position, shown } = rows
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const lanes = lanesOfLab(sheet)
  const place = useInSight(shown)
  return (
    <Card
      id="h-verdict"
      n={2}
      title={t('verdict.title')}
      note={position.id === 'default' ? own(`moment.${sheet.asks.moment}`) : own(`position.${position.id}`)}
      className={PAIRED[lanes.length]}
    >
      <div ref={place} className="px-4 pt-3">
        <Told sheet={sheet} hasResult={shown.findings.length > 0 && !shown.recorded} />
        {sheet.needs === 'cluster' && <RecordedButton sheet={sheet} position={position.id} />}
        {shown.recorded && <Recorded at={shown.at} />}
      </div>
      {lanes.map((lane) => (
        <LaneVerdict key={lane} {...rows} lane={lane} />
      ))}
      <div className="mt-3 grid content-start gap-1.5 border-t border-line px-4 py-3 text-12 text-ink-2">
        <ToneLegend />
        {!shown.recorded && <Earlier at={shown.at} />}
      </div>
    </Card>
  )
}

function LaneVerdict(rows: VerdictRows & { lane: StrategyName }) {
  const { sheet, position, shown, before, lane } = rows
  const { moment } = sheet.asks
  const t = useText('labs')
  const hasDial = position.expected[lane] !== undefined
  const findings = hasDial ? shown.findings : (before ?? [])
  const finding = findingOf(findings, lane, moment)
  return (
    <div className="mx-4 mt-3 grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1 border-t border-line pt-2.5 max-narrow:grid-cols-1">
      <LaneName lane={lane} />
      <div className="grid justify-items-start gap-1">
        {finding ? (
          <p className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 text-14">
            <Outcome sheet={sheet} outcome={finding.outcome} />
            {hasDial && <Proof {...rows} moment={moment} finding={finding} inVerdict />}
            {!hasDial && <span className="text-12 text-ink-3">{t('verdict.as-default')}</span>}
          </p>
        ) : (
          <Status status={undefined} />
        )}
        <So sheet={sheet} position={hasDial ? position.id : 'default'} findings={findings} lane={lane} />
        {finding && <Wrong {...rows} moment={moment} finding={finding} />}
        {position.id === 'default' && <YouSaid sheet={sheet} findings={findings} lane={lane} />}
      </div>
    </div>
  )
}

/** Above all that it found: nobody takes it for the own run. */
function Recorded({ at }: Pick<Shown, 'at'>) {
  const t = useText('labs')
  const locale = useLocale()
  return (
    <p data-recorded="" className="mt-1.5 border border-line-strong px-2 py-1 text-14 font-semibold">
      {at && t('recorded.at', { time: clockTime(at, locale) })}
    </p>
  )
}

/** @param at null: it was found just now */
function Earlier({ at }: Pick<Shown, 'at'>) {
  const t = useText('labs')
  const locale = useLocale()
  return at && <p>{t('verdict.earlier', { time: clockTime(at, locale) })}</p>
}

/** Where the page is one column the verdict lies below the button: at the end of a run it comes into sight, unless the dial was pressed. */
function useInSight({ run }: Shown) {
  const place = useRef<HTMLDivElement>(null)
  const over = useRef<string | null>(null)
  useEffect(() => {
    if (run?.state !== 'done') over.current = run?.id ?? null
    else if (over.current === run.id) {
      over.current = null
      const card = place.current?.closest('section')
      const pressed = document.activeElement?.closest('section')
      if (card && pressed?.contains(document.getElementById('h-predict')))
        card.scrollIntoView({ block: 'nearest' })
    }
  }, [run])
  return place
}

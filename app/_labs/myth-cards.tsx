'use client'
// Each is settled by the visitor's own run.
import Link from 'next/link'
import { useState } from 'react'
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { LabFinding } from '@/lib/labs/lab'
import type { SettledMyth } from '@/lib/labs/myths'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneName } from './lane-name'
import { Press } from './run/press'
import { RunHere } from './run/run-here'
import { useRun } from './run/run-state'
import { troubleText } from './run/trouble'
import { useOpenLabs, useShown } from './run/use-lab'
import { type LabSheet, namespaceOf } from './sheet'
import { Outcome } from './verdict/outcome'
import { findingOf } from './verdict/verdict-cell'

export interface NotedMyth {
  myth: SettledMyth
  sheet: LabSheet
  /** What the study note says of it. */
  noted: readonly string[]
}

type Played = Pick<NotedMyth, 'myth' | 'sheet'>

export function MythCards({ myths }: { myths: readonly NotedMyth[] }) {
  const labs = useText('labs')
  const trouble = useRun((state) => state.trouble)
  useOpenLabs(null)
  return (
    <>
      <PhaseNotice />
      <Press />
      <p className="standing" role="status">
        {trouble && troubleText(labs, trouble)}
      </p>
      <div className="myths">
        {myths.map((settled) => (
          <MythCard key={settled.myth.id} {...settled} />
        ))}
      </div>
    </>
  )
}

function MythCard({ myth, sheet, noted }: NotedMyth) {
  const t = useText('myths')
  const { findings } = useShown(sheet.slug, myth.position)
  const found = foundOf(myth, findings)
  const isSettled = found.length === myth.lanes.length * myth.moments.length
  return (
    <article className="card myth" aria-labelledby={`m-${myth.id}`}>
      <div>
        <h2 id={`m-${myth.id}`}>{t(`${myth.id}.claim`)}</h2>
        <p className="tried">{t(`${myth.id}.tried`)}</p>
        <p className="src">{t('rows', { rows: noted.map((said) => `“${said}”`).join(', ') })}</p>
      </div>
      <div>
        {isSettled ? (
          <Measured myth={myth} sheet={sheet} found={found} />
        ) : (
          <p className="notyet">{t('not-yet')}</p>
        )}
        <Acts myth={myth} sheet={sheet} />
        <Truth id={myth.id} isSettled={isSettled} />
      </div>
    </article>
  )
}

interface Found {
  lane: StrategyName
  moment: string
  finding: LabFinding
}

const foundOf = ({ lanes, moments }: SettledMyth, findings: readonly LabFinding[]): Found[] =>
  lanes.flatMap((lane) =>
    moments.flatMap((moment) => {
      const finding = findingOf(findings, lane, moment)
      return finding ? [{ lane, moment, finding }] : []
    }),
  )

function Measured({ myth, sheet, found }: Played & { found: readonly Found[] }) {
  const t = useText('myths')
  const own = useText(namespaceOf(sheet.slug))
  return (
    <>
      <h3>{t('measured')}</h3>
      <dl>
        {found.map(({ lane, moment, finding }) => (
          <div key={lane + moment}>
            <dt>
              <LaneName lane={lane} />
            </dt>
            <dd>
              <Outcome sheet={sheet} outcome={finding.outcome} />
              {(myth.moments.length > 1 || found.length > 0) && (
                <span className="dim">{` · ${own(`moment.${moment}`)}`}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Acts({ myth, sheet }: Played) {
  const t = useText('myths')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const query = myth.position === 'default' ? '' : `?position=${myth.position}`
  const isShown = !sheet.crossSite || sheet.attackerOrigin !== null
  return (
    <p className="acts">
      {isShown && <RunHere sheet={sheet} position={myth.position} name={t(`${myth.id}.claim`)} />}
      <Link href={localePath(locale, `/labs/${sheet.slug}${query}`)} prefetch={false}>
        {t('lab', { lab: own('short') })}
      </Link>
    </p>
  )
}

/** Opens by itself once it is measured; who wants to read first opens it. */
function Truth({ id, isSettled }: { id: string; isSettled: boolean }) {
  const t = useText('myths')
  const [open, setOpen] = useState<boolean | null>(null)
  return (
    <details
      open={open ?? isSettled}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open === isSettled ? null : currentTarget.open)}
    >
      <summary>{t('truth')}</summary>
      <p>{t(`${id}.truth`)}</p>
      <p className="src">{t(`${id}.source`)}</p>
    </details>
  )
}

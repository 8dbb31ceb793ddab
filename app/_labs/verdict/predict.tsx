'use client'
import { useOpen } from '@/app/_live/state/use-open'
import { cx } from '@/app/_ui/cx'
import { Segments } from '@/app/_ui/segments'
// The guesses are kept in this browser.
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Card, PAIRED } from '../card'
import { LaneName } from '../lane-name'
import { keepGuess, useKept } from '../run/kept'
import { RunButtons } from '../run/run-buttons'
import { type LabSheet, lanesAsked, lanesOfLab, namespaceOf } from '../sheet'

export function Predict({ sheet, position }: { sheet: LabSheet; position: string }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const lanes = lanesOfLab(sheet)
  const asked = lanesAsked(sheet)
  return (
    <Card
      id="h-predict"
      n={1}
      title={t('predict.title')}
      note={t('predict.before')}
      className={PAIRED[lanes.length]}
    >
      <p className="px-4 pt-3 text-14 font-medium">{own('ask')}</p>
      {lanes.map((lane) =>
        asked.includes(lane) ? (
          <Guess key={lane} sheet={sheet} lane={lane} />
        ) : (
          <p key={lane} className="px-4 pt-3 text-12 text-ink-3">
            <LaneName lane={lane} className="text-14" /> <span>{t('predict.not-asked')}</span>
          </p>
        ),
      )}
      <RunButtons sheet={sheet} position={position} />
    </Card>
  )
}

function Guess({ sheet, lane }: { sheet: LabSheet; lane: StrategyName }) {
  const own = useText(namespaceOf(sheet.slug))
  const open = useOpen()
  const said = useKept(({ guesses }) => guesses[sheet.slug]?.[lane])
  const { between } = sheet.asks
  return (
    <div className="min-w-0 px-4 pt-3">
      <LaneName lane={lane} className="mb-1.5" />
      <Segments
        name={`guess-${lane}`}
        label={lane}
        segments={between.map((outcome) => ({ id: outcome, label: own(`outcome.${outcome}`) }))}
        chosen={said ?? null}
        choose={(outcome) => open && keepGuess(sheet.slug, lane, outcome)}
        className={cx(
          'flex! w-full *:flex-1 *:justify-center *:px-1.5 *:py-1 *:text-center *:leading-tight *:whitespace-normal',
          between.length > 2 && 'text-12',
        )}
      />
    </div>
  )
}

'use client'
// Filled by the visitor's own run.
import { cx } from '@/app/_ui/cx'
import { CELL, COLUMN_HEAD, ROW, ROW_HEAD, ROWS, TABLE } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Card } from '../card'
import { LaneName } from '../lane-name'
import { lanesOfLab, namespaceOf } from '../sheet'
import { ToFill, useAddressed } from './to-fill'
import { Cell, findingOf, type VerdictRows } from './verdict-cell'

/** Moment by moment, each lane in the column that it has everywhere on this site. */
export function Moments({ n, ...table }: VerdictRows & { n: number }) {
  const { sheet, position, before } = table
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const lanes = lanesOfLab(sheet)
  return (
    <Card
      id="h-moments"
      n={n}
      title={t('verdict.moments')}
      note={position.id === 'default' ? t('verdict.proof') : own(`position.${position.id}`)}
      className="mt-6"
    >
      <table {...TABLE} className="w-full table-fixed border-collapse text-13 max-tablet:block">
        <thead {...ROWS} className="max-tablet:hidden">
          <tr {...ROW}>
            <th {...COLUMN_HEAD} className="w-[22%] px-4 py-2.5 text-left text-12">
              <span className="sr-only">{t('verdict.moment')}</span>
            </th>
            {lanes.map((lane) => (
              <th key={lane} {...COLUMN_HEAD} className="px-4 py-2.5 text-left">
                <LaneName lane={lane} />
                {position.expected[lane] === undefined && (
                  <small className="block text-12 font-normal text-ink-3">{t('verdict.as-default')}</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROWS} className="max-tablet:block">
          {sheet.moments.map((moment) => (
            <Row key={moment} {...table} moment={moment} lanes={lanes} />
          ))}
        </tbody>
      </table>
      {position.id !== 'default' && !before && (
        <p className="border-t border-line px-4 py-2.5 text-12 text-ink-2">{t('verdict.run-default')}</p>
      )}
    </Card>
  )
}

type RowProps = VerdictRows & { moment: string; lanes: readonly StrategyName[] }

function Row({ moment, lanes, ...table }: RowProps) {
  const own = useText(namespaceOf(table.sheet.slug))
  const addressed = useAddressed()
  return (
    <tr {...ROW} className="border-t border-line align-top max-tablet:block">
      <th {...ROW_HEAD} className="px-4 py-2.5 text-left max-tablet:block max-tablet:pb-1">
        <span className="font-semibold">{own(`moment.${moment}`)}</span>
        {own.has(`momentNote.${moment}`) && (
          <small className="block text-12 font-normal text-ink-3">{own(`momentNote.${moment}`)}</small>
        )}
      </th>
      {lanes.map((lane) => (
        // A cell can be linked to: #session.after-forced.
        <td
          key={lane}
          {...CELL}
          id={`${lane}.${moment}`}
          tabIndex={addressed === `${lane}.${moment}` ? -1 : undefined}
          className={cx(
            'scroll-mt-24 border-l border-line px-4 py-2.5 [overflow-wrap:anywhere] target:outline-2 target:-outline-offset-2 target:outline-ink max-tablet:grid max-tablet:grid-cols-[4.5rem_minmax(0,1fr)] max-tablet:border-l-0 max-tablet:py-1.5',
            isExposed(table, lane, moment) && 'bg-mark-1',
          )}
        >
          <LaneLabel lane={lane} />
          <div className="min-w-0">
            <Cell {...table} lane={lane} moment={moment} />
            {addressed === `${lane}.${moment}` && isToFill(table, lane, moment) && (
              <ToFill {...table} moment={moment} />
            )}
          </div>
        </td>
      ))}
    </tr>
  )
}

/** Where the table is a list. */
function LaneLabel({ lane }: { lane: StrategyName }) {
  return (
    <span
      className={`lane-${lane} font-mono text-12 font-semibold text-lane tablet:hidden print:hidden`}
      lang="en"
    >
      {lane}
    </span>
  )
}

/** A run will fill it, and none has. */
const isToFill = ({ position, shown }: VerdictRows, lane: StrategyName, moment: string) =>
  position.expected[lane]?.[moment] !== undefined && findingOf(shown.findings, lane, moment) === undefined

function isExposed({ sheet, shown }: VerdictRows, lane: StrategyName, moment: string): boolean {
  const finding = findingOf(shown.findings, lane, moment)
  return finding !== undefined && sheet.outcomes[finding.outcome] === 'exposed'
}

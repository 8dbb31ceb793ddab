'use client'
// Filled by the visitor's own run.
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { LaneName } from '../lane-name'
import { namespaceOf } from '../sheet'
import { So } from './conclusion'
import { Cell, findingOf, type VerdictRows } from './verdict-cell'

/** Lanes down, moments across. */
export function LanesDown(table: VerdictRows) {
  const { sheet, position } = table
  const t = useText('labs')
  return (
    <div className="x">
      <table className="vt by-lane">
        <thead>
          <tr>
            <th scope="col">{t('verdict.lane')}</th>
            {sheet.moments.map((moment) => (
              <MomentHead key={moment} {...table} moment={moment} scope="col" />
            ))}
            <th scope="col" className="sum">
              {t('verdict.so')}
            </th>
          </tr>
        </thead>
        <tbody>
          {STRATEGIES.map((lane) => (
            <tr key={lane} className={lane}>
              <th scope="row">
                <LaneName lane={lane} />
              </th>
              {position.expected[lane] ? (
                <Cells {...table} lane={lane} />
              ) : (
                <td colSpan={sheet.moments.length + 1} className="nodial">
                  {t('verdict.no-dial')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ lane, ...table }: VerdictRows & { lane: StrategyName }) {
  const own = useText(namespaceOf(table.sheet.slug))
  return (
    <>
      {table.sheet.moments.map((moment) => (
        <td key={moment} {...cellOf(table, lane, moment)} data-m={own(`moment.${moment}`)}>
          <Cell {...table} lane={lane} moment={moment} />
        </td>
      ))}
      <td className="sum">
        <So {...table} lane={lane} />
      </td>
    </>
  )
}

/** Moments down, lanes across. */
export function MomentsDown(table: VerdictRows) {
  const { sheet, position } = table
  const t = useText('labs')
  const lanes = STRATEGIES.filter((lane) => position.expected[lane])
  return (
    <div className="x">
      <table className="vt by-moment">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('verdict.moment')}</span>
            </th>
            {lanes.map((lane) => (
              <th key={lane} scope="col" className={lane}>
                <LaneName lane={lane} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.moments.map((moment) => (
            <tr key={moment}>
              <MomentHead {...table} moment={moment} scope="row" />
              {lanes.map((lane) => (
                <td key={lane} {...cellOf(table, lane, moment)} data-m={lane}>
                  <Cell {...table} lane={lane} moment={moment} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('verdict.so')}</th>
            {lanes.map((lane) => (
              <td key={lane} className={`sum ${lane}`} data-m={lane}>
                <So {...table} lane={lane} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** A cell can be linked to: `#session.after-forced`. */
function cellOf({ sheet, shown }: VerdictRows, lane: StrategyName, moment: string) {
  const finding = findingOf(shown.findings, lane, moment)
  const tone = finding && (sheet.outcomes[finding.outcome] ?? 'neutral')
  return { id: `${lane}.${moment}`, className: tone }
}

function MomentHead({ sheet, moment, scope }: VerdictRows & { moment: string; scope: 'row' | 'col' }) {
  const own = useText(namespaceOf(sheet.slug))
  return (
    <th scope={scope}>
      <span>{own(`moment.${moment}`)}</span>
      {own.has(`momentNote.${moment}`) && <small>{own(`momentNote.${moment}`)}</small>}
    </th>
  )
}

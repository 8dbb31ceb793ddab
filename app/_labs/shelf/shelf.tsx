'use client'
// Filled in by the visitor's own runs, which this browser keeps.
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { COLUMN_HEAD, ROW, ROW_HEAD, ROWS, TABLE } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { CARD } from '../card'
import { LaneName } from '../lane-name'
import { Press } from '../run/press'
import { useOpenLabs } from '../run/use-lab'
import type { LabSheet } from '../sheet'
import { ToneLegend } from '../verdict/outcome'
import { Begin } from './begin'
import { Row } from './row'

export interface SheetGroup {
  id: string
  sheets: readonly LabSheet[]
}

/** All labs in the order of the lessons, by the question that they answer. */
export function Shelf({ groups }: { groups: readonly SheetGroup[] }) {
  const t = useText('labs')
  useOpenLabs(null)
  const sheets = groups.flatMap((group) => group.sheets)
  return (
    <>
      <PhaseNotice />
      <Press />
      <Begin sheets={sheets} />
      <div className={CARD}>
        <table {...TABLE} className="w-full table-fixed border-collapse text-13 max-tablet:block">
          <caption className="sr-only">{t('index.caption')}</caption>
          <thead {...ROWS} className="max-tablet:hidden">
            <tr {...ROW}>
              <th {...COLUMN_HEAD} className="px-4 py-2 text-left text-12 font-semibold">
                {t('index.lab')}
              </th>
              {STRATEGIES.map((lane) => (
                <th key={lane} {...COLUMN_HEAD} className="w-[17%] px-4 py-2 text-left">
                  <LaneName lane={lane} />
                </th>
              ))}
              <th {...COLUMN_HEAD} className="w-34">
                <span className="sr-only">{t('index.runs')}</span>
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.id} group={group} all={sheets} />
          ))}
        </table>
        <div className="border-t border-line px-4 py-2.5">
          <ToneLegend />
        </div>
      </div>
    </>
  )
}

function Group({ group: { id, sheets }, all }: { group: SheetGroup; all: readonly LabSheet[] }) {
  const t = useText('labs')
  return (
    <tbody {...ROWS} className="max-tablet:block">
      <tr {...ROW} className="border-t border-line-strong max-tablet:block">
        <th
          {...ROW_HEAD}
          scope="rowgroup"
          colSpan={5}
          className="bg-sunk px-4 py-2 text-left text-14 font-semibold max-tablet:block"
        >
          <h2 className="text-14 font-semibold">{t(`group.${id}`)}</h2>
        </th>
      </tr>
      {sheets.map((sheet) => (
        <Row key={sheet.slug} sheet={sheet} n={all.indexOf(sheet) + 1} />
      ))}
    </tbody>
  )
}

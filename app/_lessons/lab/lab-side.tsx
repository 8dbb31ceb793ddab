'use client'
// A lab in the place of the lanes: its run button, how far it is, and what was found at the moments that the lesson asks about.
import Link from 'next/link'
import { LaneName } from '@/app/_labs/lane-name'
import { Notice } from '@/app/_labs/notice'
import { ProofDialog } from '@/app/_labs/proof/proof'
import { Press } from '@/app/_labs/run/press'
import { Progress } from '@/app/_labs/run/progress'
import { RunHere } from '@/app/_labs/run/run-here'
import { useShown } from '@/app/_labs/run/use-lab'
import { useTrouble } from '@/app/_labs/run/use-trouble'
import { type LabSheet, lanesOfLab, namespaceOf, positionIn } from '@/app/_labs/sheet'
import { ToneLegend } from '@/app/_labs/verdict/outcome'
import { Cell } from '@/app/_labs/verdict/verdict-cell'
import { Told } from '@/app/_notices/told'
import { CELL, COLUMN_HEAD, ROW, ROW_HEAD, ROWS, TABLE } from '@/app/_ui/table-roles'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { useGiven } from '../use-lesson'
import type { AskedLab } from './asked-lab'

export function LabSide({ asked }: { asked: AskedLab }) {
  const t = useText('learn')
  const { labs } = useGiven()
  const given = labs[asked.lab]
  if (!given) return null
  return (
    <section
      aria-labelledby="h-live"
      className="border border-line bg-surface max-tablet:-mx-gutter max-tablet:border-x-0"
    >
      <div className="contents [--spacing-gutter:0.75rem]">
        <Told plain={t('live.told')} />
      </div>
      <div className="grid gap-2.5 border-b border-line p-3">
        <Head asked={asked} name={given.name} />
        <Run asked={asked} {...given} />
        <Press />
        <Progress sheet={given.sheet} />
        <Trouble sheet={given.sheet} />
      </div>
      <Found asked={asked} />
      <ProofDialog />
    </section>
  )
}

function Head({ asked: { lab, position }, name }: { asked: AskedLab; name: string }) {
  const t = useText('learn')
  const own = useText(namespaceOf(lab))
  const locale = useLocale()
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h2 id="h-live" className="text-16 leading-ui font-semibold">
        {name}
      </h2>
      {position !== 'default' && <span className="text-13 text-ink-2">{own(`position.${position}`)}</span>}
      <Link
        href={localePath(locale, `/labs/${lab}`)}
        prefetch={false}
        className="ml-auto inline-flex min-h-6 items-center text-13 max-tablet:min-h-10"
      >
        {t('lab.open')}
      </Link>
    </div>
  )
}

function Run({ asked, sheet, name }: { asked: AskedLab; sheet: LabSheet; name: string }) {
  const t = useText('learn')
  const own = useText(namespaceOf(asked.lab))
  if (sheet.crossSite && sheet.attackerOrigin === null) return <Notice>{t('lab.no-second-site')}</Notice>
  return (
    <>
      <ol className="list-decimal pl-5 text-13 leading-text text-ink-2">
        {sheet.acts.map((act) => (
          <li key={act}>{own(`act.${act}`)}</li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <RunHere sheet={sheet} position={asked.position} name={name} />
        <p className="min-w-0 flex-1 text-12 text-ink-3">
          {t(sheet.place === 'browser' ? 'lab.browser' : 'lab.why')}
        </p>
      </div>
    </>
  )
}

function Trouble({ sheet }: { sheet: LabSheet }) {
  const trouble = useTrouble([sheet])
  return (
    <p role="status" className="text-13 font-semibold empty:hidden">
      {trouble}
    </p>
  )
}

/** Moment by moment, of those that the lesson asks about. */
function Found({ asked: { lab, position, moments } }: { asked: AskedLab }) {
  const t = useText('learn')
  const own = useText(namespaceOf(lab))
  const { sheet } = useGiven().labs[lab]!
  const shown = useShown(lab, position)
  const lanes = lanesOfLab(sheet)
  const rows = { sheet, position: positionIn(sheet, position), shown, before: null }
  if (shown.findings.length === 0) return <p className="p-3 text-13 text-ink-2">{t('lab.not-yet')}</p>
  return (
    <>
      <table {...TABLE} className="w-full table-fixed border-collapse text-13">
        <caption className="px-3 py-2 text-left text-12 text-ink-2">{t('lab.found')}</caption>
        <thead {...ROWS}>
          <tr {...ROW}>
            <td {...CELL} className="w-1/4" />
            {lanes.map((lane) => (
              <th key={lane} {...COLUMN_HEAD} className="px-3 py-1.5 text-left">
                <LaneName lane={lane} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROWS}>
          {moments.map((moment) => (
            <tr {...ROW} key={moment} className="border-t border-line align-top">
              <th {...ROW_HEAD} className="px-3 py-2 text-left font-semibold">
                {own(`moment.${moment}`)}
              </th>
              {lanes.map((lane) => (
                <td key={lane} {...CELL} className="border-l border-line px-3 py-2 wrap-anywhere">
                  <Cell {...rows} lane={lane} moment={moment} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="border-t border-line px-3 py-2">
        <ToneLegend />
      </div>
    </>
  )
}

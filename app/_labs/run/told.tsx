'use client'
// One message for each press, for those who see it and those who hear it: what came of it, and which guesses held.
import { useLocale, useText } from '@/lib/i18n/client'
import { type LabSheet, namespaceOf } from '../sheet'
import { comparedWith } from './compared'
import { useKept } from './kept'
import { doneIn } from './progress'
import { useRun } from './run-state'
import { troubleText } from './trouble'

export function Told({ sheet, hasResult }: { sheet: LabSheet; hasResult: boolean }) {
  const t = useText('labs')
  const told = useTold(sheet)
  const busy = useRun((state) => state.busy)
  return (
    <>
      <p role="status" className="text-14 font-semibold empty:hidden">
        {told}
      </p>
      {told === '' && (
        <p className="text-14 text-ink-2 print:hidden">
          {t(busy ? 'verdict.coming' : hasResult ? 'verdict.kept' : 'verdict.not-yet')}
        </p>
      )}
    </>
  )
}

/** Nothing while it runs: progress is to be looked at. Then one sentence or two. */
function useTold(sheet: LabSheet): string {
  const t = useText('labs')
  const { report, busy, trouble, windows } = useRun()
  const found = useFound(sheet)
  if (trouble) return troubleText(t, trouble)
  if (busy || report === null) return ''
  const counted = { done: doneIn(report), of: sheet.acts.length }
  if (report.state !== 'done') return t(`state.${report.state}`, counted)
  return [t('state.done', counted), found, windows > 0 && t('windows', { n: windows })]
    .filter(Boolean)
    .join(' ')
}

function useFound(sheet: LabSheet): string {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const report = useRun((state) => state.report)
  const guesses = useKept((notes) => notes.guesses[sheet.slug])
  if (!report) return ''
  const isDefault = report.position === 'default'
  const { right, missed, unsaid } = comparedWith(isDefault ? (guesses ?? {}) : {}, report.findings, sheet)
  const lanes = (names: readonly string[]) => new Intl.ListFormat(locale).format(names)
  const came = (of: typeof missed) =>
    of.map(({ lane, outcome }) => t('told.lane', { lane, outcome: own(`outcome.${outcome}`) }))
  return [
    !isDefault && t('told.at', { position: own(`position.${report.position}`) }),
    right.length > 0 && t('told.right', { lanes: lanes(right) }),
    missed.length > 0 && t('told.missed', { lanes: lanes(came(missed)) }),
    unsaid.length > 0 && t('told.found', { lanes: lanes(came(unsaid)) }),
  ]
    .filter(Boolean)
    .join(' ')
}

'use client'
// The one message of the list: after each press one, and of a whole row one at its end.
import { useText } from '@/lib/i18n/client'
import { useKept } from '../run/kept'
import { useRunAll } from '../run/run-all'
import { useRun } from '../run/run-state'
import { troubleText } from '../run/trouble'
import { useTrouble } from '../run/use-trouble'
import { type LabSheet, namespaceOf } from '../sheet'

interface Props {
  sheets: readonly LabSheet[]
  /** Those that are run one after the other. */
  row: readonly LabSheet[]
  /** They were run, and nothing else since. */
  ended: boolean
}

export function ShelfTold({ sheets, row, ended }: Props) {
  const t = useText('labs')
  const { report, busy, trouble } = useRun()
  const isOn = useRunAll(({ of }) => of > 0)
  const done = useKept(({ results }) => row.filter(({ slug }) => results[slug]?.default).length)
  const one = sheets.find(({ slug }) => slug === report?.lab)
  const unended = useTrouble(sheets)
  const found = useFoundOf(one ?? sheets[0]!)
  const told = () => {
    if (trouble) return troubleText(t, isOn ? { ...trouble, code: 'in_line' } : trouble)
    if (busy || isOn) return ''
    if (ended) return t('index.all-done', { done, of: row.length })
    return unended ?? (one && report?.state === 'done' ? found : '')
  }
  return (
    <p role="status" className="w-full font-semibold empty:hidden">
      {told()}
    </p>
  )
}

function useFoundOf(sheet: LabSheet): string {
  const own = useText(namespaceOf(sheet.slug))
  const report = useRun((state) => state.report)
  const came = report?.findings.filter(({ moment }) => moment === sheet.asks.moment) ?? []
  return `${own('short')}. ${came.map(({ lane, outcome }) => `${lane}: ${own(`outcome.${outcome}`)}`).join('; ')}.`
}

/** What is to be said to a row: by the lab that shows it, or else by the catalogue `corrections`. */
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs'
import { ROWS } from './index'

/** By the id of the row. A row that has none is right as it stands. */
export async function correctionsIn(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const namespaces = LABS.map(({ slug }) => `lab-${slug}` as const)
  const all = await loadMessages(locale, ['corrections', ...namespaces])
  const found = new Map(Object.entries(all.corrections as Record<string, string>))
  for (const { id, proof } of ROWS) {
    const shown = 'lab' in proof ? [`lab-${proof.lab}` as const] : []
    for (const namespace of [...shown, ...namespaces]) {
      const said = (all[namespace]!.corrects as Record<string, string> | undefined)?.[id]
      if (said && !found.has(id)) found.set(id, said)
    }
  }
  return found
}

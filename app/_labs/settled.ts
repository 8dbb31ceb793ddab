/** Which rows of the note a lab corrects, and how: in its own words, or else in those of the note's page. */
import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { rowOf } from '@/lib/note'
import { correctionsIn } from '@/lib/note/corrections'

export interface Correction {
  row: string
  said: string
}

export async function correctedBy(lab: Lab, own: Text, locale: Locale): Promise<Correction[]> {
  const others = await correctionsIn(locale)
  return lab.settles.flatMap((row) => {
    if (own.has(`corrects.${row}`)) return [{ row, said: own(`corrects.${row}`) }]
    const said = rowOf(row)?.verdict !== 'correct' && others.get(row)
    return said ? [{ row, said }] : []
  })
}

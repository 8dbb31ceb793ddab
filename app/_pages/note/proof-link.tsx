import type { Locale } from '@/lib/i18n/routing'
import { localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import { addressOf } from '@/lib/note/address'
import { isProved, type MissingProof, type RowProof } from '@/lib/note/proof'

export interface ProofWords {
  locale: Locale
  t: Text
  /** What a lab or a lesson is called in lists, by slug. */
  nameOf(slug: string): string
}

/** To the very place that shows it, or what will. */
export function ProofLink({ proof, locale, t, nameOf }: ProofWords & { proof: RowProof | MissingProof }) {
  if (!isProved(proof)) return <span>{t(...awaited(proof))}</span>
  return <a href={localePath(locale, addressOf(proof))}>{labelOf(proof, t, nameOf)}</a>
}

function labelOf(proof: RowProof, t: Text, nameOf: ProofWords['nameOf']): string {
  if ('lab' in proof) return t('lab', { name: nameOf(proof.lab) })
  if ('lesson' in proof) return t('lesson', { name: nameOf(proof.lesson) })
  return proof.lane ? t('scene', { lane: proof.lane }) : t('everywhere')
}

const COMING = new Set(['X01', 'X17', 'X20'])

function awaited({ awaits }: MissingProof): [key: string, values?: { id: string }] {
  if (awaits === null) return ['awaits.nothing']
  if (COMING.has(awaits)) return [`awaits.${awaits}`]
  return [awaits.startsWith('L') ? 'awaits.lesson' : 'awaits.lab', { id: awaits }]
}

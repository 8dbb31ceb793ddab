/** The dial `protection`: which of the three forms of a visit this sandbox writes and reads. */
import type { Dials } from '../dials'
import { createSeals, type Seals } from './credential'
import { createSignedVisits, plainVisits } from './weak'

/** Only the chosen form is read: a plain visit is no way around a seal. */
export function visitCodec(
  protection: Dials['cookie']['protection'],
  passwords: Record<string, string>,
): Seals {
  if (protection === 'plain') return plainVisits
  return protection === 'signed' ? createSignedVisits(passwords) : createSeals(passwords)
}

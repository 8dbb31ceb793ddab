/** What the cookie lane touches, of one sandbox; and which of its forms the dial `protection` chooses. */
import type { Dials } from '../../dials'
import { madeWith } from '../../site/first-use'
import type { LaneWorld, Wires } from '../../site/wires'
import { createSeals, type Seals } from '../credential'
import type { Ports } from '../ports'
import { createGenerationStore } from '../store'
import { ANY_SIZE, createSignedVisits, plainVisits } from './weak'

type Own = 'seals' | 'generations' | 'products' | 'largest'

export const wireCookie: Wires<Pick<Ports, Own>> = {
  seals: sealsOf,
  generations: ({ db, id }) => createGenerationStore(db(), id),
  products: ({ products }) => products,
  largest: ({ dials }) => (dials.cookie.sizeCheck === 'none' ? ANY_SIZE : undefined),
}

function sealsOf({ dials, keys }: LaneWorld): Seals {
  const passwords = keys.sealPasswords()
  const seals = visitCodec(dials.cookie.protection, passwords)
  // Without protection there is no key in it, and one codec for all.
  return seals === plainVisits ? seals : madeWith(passwords, seals)
}

/** Only the chosen form is read: a plain visit is no way around a seal. */
export function visitCodec(
  protection: Dials['cookie']['protection'],
  passwords: Record<string, string>,
): Seals {
  if (protection === 'plain') return plainVisits
  return protection === 'signed' ? createSignedVisits(passwords) : createSeals(passwords)
}

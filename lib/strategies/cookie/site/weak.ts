/**
 * Weak positions of the dials. Each runs only where the sandbox's dial says so.
 *
 * Of `protection`: the visit as base64url JSON, readable by whoever holds the cookie. `signed` notices a change, `plain` does not.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isCanonical } from '../../base64url'
import { type SealedVisit, type Seals, visitFrom } from '../credential'

/** `sizeCheck` on "none": sent for the browser to drop, without a word. */
export const ANY_SIZE = Number.POSITIVE_INFINITY

/** Anybody can read it, and anybody can write another one. */
export const plainVisits: Seals = {
  seal: async (visit) => encode(visit),
  unseal: async (text) => decode(text),
}

/** Anybody can read it; only who has a key can write another one. @param passwords as for sealing; the highest signs. */
export function createSignedVisits(passwords: Record<string, string>): Seals {
  const keys = Object.entries(passwords)
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .map(([, password]) => password)
  return {
    async seal(visit) {
      const body = encode(visit)
      return `${body}.${signature(body, keys[0]!)}`
    },
    async unseal(text) {
      const [body, mac, ...more] = text.split('.')
      if (!body || !mac || more.length > 0) return null
      return keys.some((key) => equal(mac, signature(body, key))) ? decode(body) : null
    },
  }
}

const encode = (visit: SealedVisit) => Buffer.from(JSON.stringify(visit)).toString('base64url')

function decode(text: string): SealedVisit | null {
  if (!isCanonical(text)) return null
  try {
    return visitFrom(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}

const signature = (body: string, key: string) => createHmac('sha256', key).update(body).digest('base64url')

/** Octets are counted, not characters: a field may hold some that take two, and the comparison throws on different lengths. */
function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

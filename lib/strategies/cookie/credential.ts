/**
 * The credential of the cookie lane: the whole visit, sealed by iron-session
 * (encrypted with AES-256-CBC and authenticated with HMAC-SHA-256). Sealed is more than signed: nobody without the
 * key can read it. It is less than stored: nobody can take it back.
 */
import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'
import { isCanonical } from '../base64url'

const customer = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['customer', 'support']),
  discount: z.int().min(0).max(100),
})

const quantity = z.int().min(1).max(99)

/** Seconds; ECMAScript has no later date. Without a seal anybody can write any number. */
const LATEST = 8_640_000_000_000

/** A whole line, with the dial `cartFormat` on "full". Its price is for show: the catalogue's counts. */
const line = z.strictObject({ sku: z.string(), name: z.string(), unitPrice: z.int(), quantity })

const sealedVisit = z.strictObject({
  customer: customer.nullable(),
  cart: z.union([z.record(z.string(), quantity), z.array(line)]),
  /** Absolute end, seconds since 1970: iron-session only knows the real clock, and forgives 60 s. */
  exp: z.int().min(0).max(LATEST),
  /** With the dial `generation`: which one of the customer's. */
  generation: z.int().optional(),
})

export type SealedVisit = z.infer<typeof sealedVisit>

export interface Seals {
  seal(visit: SealedVisit): Promise<string>
  /** null: not of our making, or altered. */
  unseal(text: string): Promise<SealedVisit | null>
}

/** null: not a visit. */
export function visitFrom(data: unknown): SealedVisit | null {
  const parsed = sealedVisit.safeParse(data)
  return parsed.success ? parsed.data : null
}

/** @param passwords iron-session's map: all of them open, the highest number seals. */
export function createSeals(passwords: Record<string, string>): Seals {
  return {
    seal: (visit) => sealData(visit, { password: passwords, ttl: 0 }),
    async unseal(text) {
      // The text after the last `~` is a version number outside of the seal's integrity: pin it.
      const [, sealed] = /^(Fe26\.2\*[^~]+)~2$/.exec(text) ?? []
      // The MAC protects all that stands before it, and not its own spelling.
      if (!sealed || !isCanonical(sealed.slice(sealed.lastIndexOf('*') + 1))) return null
      return visitFrom(await unsealData(text, { password: passwords, ttl: 0 }))
    },
  }
}

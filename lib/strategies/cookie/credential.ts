/**
 * The credential of the cookie lane: the whole visit, sealed by iron-session
 * (encrypted with AES-256-CBC and authenticated with HMAC-SHA-256). Sealed is more than signed: nobody without the
 * key can read it. It is less than stored: nobody can take it back.
 */
import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'

export const VISIT_COOKIE = '__Secure-visit'

const customer = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['customer', 'support']),
  discount: z.int(),
})

const sealedVisit = z.strictObject({
  customer: customer.nullable(),
  cart: z.record(z.string(), z.int().positive()),
  /** Absolute end, seconds since 1970: iron-session only knows the real clock, and forgives 60 s. */
  exp: z.int(),
})

export type SealedVisit = z.infer<typeof sealedVisit>

export interface Seals {
  seal(visit: SealedVisit): Promise<string>
  /** null: not a seal of ours, or altered. */
  unseal(text: string): Promise<SealedVisit | null>
}

/** @param passwords iron-session's map: all of them open, the highest number seals. */
export function createSeals(passwords: Record<string, string>): Seals {
  return {
    seal: (visit) => sealData(visit, { password: passwords, ttl: 0 }),
    async unseal(text) {
      // The text after the last `~` is a version number outside of the seal's integrity: pin it.
      if (!/^Fe26\.2\*[^~]+~2$/.test(text)) return null
      const opened = sealedVisit.safeParse(await unsealData(text, { password: passwords, ttl: 0 }))
      return opened.success ? opened.data : null
    },
  }
}

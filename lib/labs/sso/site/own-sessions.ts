/** What a site remembers by itself, once the authorization server has told it who this is: sealed in a cookie, or in a row. */
import { randomBytes } from 'node:crypto'
import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'
import { opaqueValues } from '@/lib/strategies/opaque'

const SiteVisit = z.strictObject({
  sub: z.string(),
  sid: z.string(),
  accessToken: z.string(),
  until: z.int(),
})
export type SiteVisit = z.infer<typeof SiteVisit>

export interface OwnSessions {
  /** @returns the cookie's value */
  open(visit: SiteVisit): Promise<string>
  read(text: string): Promise<SiteVisit | null>
  close(text: string): void
  /** Those of a sign-in with the authorization server. @returns how many there were to end */
  endAll(sid: string): number
}

export function inRows(): OwnSessions {
  const rows = new Map<string, SiteVisit>()
  const keyOf = (text: string) => opaqueValues.hash(text) ?? ''
  return {
    async open(visit) {
      const { value, hash } = opaqueValues.make()
      rows.set(hash, visit)
      return value
    },
    read: async (text) => rows.get(keyOf(text)) ?? null,
    close: (text) => void rows.delete(keyOf(text)),
    endAll(sid) {
      const ended = [...rows].filter(([, visit]) => visit.sid === sid)
      for (const [key] of ended) rows.delete(key)
      return ended.length
    },
  }
}

/** A key of the site's own. There is nothing here that could be ended: the browser has it all. */
export function inCookie(): OwnSessions {
  const password = randomBytes(32).toString('base64url')
  return {
    open: (visit) => sealData(visit, { password, ttl: 0 }),
    async read(text) {
      const opened = await unsealData(text, { password, ttl: 0 }).catch(() => null)
      return SiteVisit.safeParse(opened).data ?? null
    },
    close: () => {},
    endAll: () => 0,
  }
}

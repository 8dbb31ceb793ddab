/**
 * Until when may a visit in a cookie of this customer live? The shop keeps nothing that could tell; the witness may have
 * seen the seals go by. What it cannot know is said as an upper bound.
 */
import type { Desk, ForcedSignOut, SeenExchange } from '../../site/desk'
import { VISIT_LIFE } from '../lifetime'

export function sealsOf(email: string, { seen, now }: Pick<Desk, 'seen' | 'now'>): ForcedSignOut {
  const { exchanges, complete } = seen()
  const lane = exchanges.filter(({ strategy }) => strategy === 'cookie')
  const ends = lane.flatMap((exchange) => endsOfSeals(exchange, email)).sort()
  const newest = ends.at(-1) ?? null
  const because = (alive: string | null, code: string) => {
    return { reached: false, ended: 0, credentialsAliveUntil: alive, because: code }
  }
  if (newest && newest > now.toISOString()) return because(newest, 'seal_ends_by_itself')
  if (complete && !lane.some(sealedUnseen)) return because(null, newest ? 'seal_expired' : 'not_signed_in')
  const latest = new Date(now.getTime() + VISIT_LIFE * 1000)
  return because(latest.toISOString(), 'seal_unseen_upper_bound')
}

/** ISO 8601. */
function endsOfSeals({ stored, credential }: SeenExchange, email: string): string[] {
  const held = [...stored.before, ...stored.after].filter(
    ({ ended, contents }) =>
      !ended && contents.some(({ name, value }) => name === 'customer.email' && value === email),
  )
  const presented = credential.email === email ? [credential.expiresAt] : []
  return [...held.map(({ expiresAt }) => expiresAt), ...presented].filter((end) => end !== null)
}

/** Somebody signed in, and what was put into the seal was not looked at. */
function sealedUnseen({ action, response, stored }: SeenExchange): boolean {
  if (action !== 'sign-in' || response?.status !== 200) return false
  return !stored.after.some(({ contents }) => contents.some(({ name }) => name === 'customer.email'))
}

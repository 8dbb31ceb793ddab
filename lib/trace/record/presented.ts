/** The credential that a request presented: which text it was, and what became of it. */
import type { Dials } from '@/lib/strategies/dials'
import { isAccessToken, laneCookie } from '../ledger/browser-artifacts'
import type { Artifact } from '../model/artifact'
import type { HeaderLine, PresentedCredential } from '../model/exchange'
import type { LaneTarget } from '../model/lane-target'
import { fieldsOf } from './head-fields'
import type { PresentedVisit } from './recorder-port'

type Asked = Pick<LaneTarget, 'strategy' | 'action'>

/** The access token, in the field or the cookie that the dial `carrier` says; for a refresh the refresh token; else the cookie of the lane. */
export function presentedTexts({ strategy, action }: Asked, headers: HeaderLine[], dials: Dials): string[] {
  const inCookies = (wanted: (name: string) => boolean) =>
    fieldsOf(headers).cookies.flatMap(([name, value]) =>
      laneCookie(strategy, name) && wanted(name) ? value : [],
    )
  if (strategy !== 'jwt') return inCookies(() => true)
  if (action === 'refresh') return inCookies((name) => !isAccessToken({ name }))
  if (dials.jwt.carrier === 'cookie') return inCookies((name) => isAccessToken({ name }))
  const { bearer } = fieldsOf(headers)
  return bearer ? [bearer] : []
}

/** @param found null: nobody asked the strategy (e.g. 403 or 404); that something was sent is all that is known. */
export function presentedCredential(
  asked: Asked,
  headers: HeaderLine[],
  found: PresentedVisit | null,
  after: Artifact[],
  dials: Dials,
): PresentedCredential {
  const unasked = () => (presentedTexts(asked, headers, dials).length > 0 ? 'unexamined' : 'absent')
  const held = after.find((one) => one.side === 'browser' && (asked.strategy !== 'jwt' || isAccessToken(one)))
  return {
    status: found?.status ?? unasked(),
    reason: found?.reason ?? null,
    email: found?.visit?.customer?.email ?? null,
    expiresAt: held && !held.ended ? held.expiresAt : null,
  }
}

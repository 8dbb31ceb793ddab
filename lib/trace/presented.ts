/** The credential that a request presented: which text it was, and what became of it. */
import type { Artifact } from './artifact'
import type { HeaderLine, PresentedCredential } from './exchange'
import { ACCESS_TOKEN, isLaneCookie } from './held'
import type { LaneTarget } from './lane-target'
import type { Presented } from './recorder'
import { bearerIn, cookiesIn } from './wire-holdings'

type Asked = Pick<LaneTarget, 'strategy' | 'action'>

/** The access token, or for a refresh and in the other lanes the cookies of the lane. */
export function presentedTexts({ strategy, action }: Asked, headers: HeaderLine[]): string[] {
  if (strategy === 'jwt' && action !== 'refresh') {
    const token = bearerIn(headers)
    return token ? [token] : []
  }
  return cookiesIn(headers).flatMap(([name, value]) => (isLaneCookie(strategy, name) ? value : []))
}

/** @param found null: nobody asked the strategy (e.g. 403 or 404); that something was sent is all that is known. */
export function presentedCredential(
  asked: Asked,
  headers: HeaderLine[],
  found: Presented | null,
  after: Artifact[],
): PresentedCredential {
  const unasked = presentedTexts(asked, headers).length > 0 ? 'unexamined' : 'absent'
  const held = after.find(
    ({ side, name }) => side === 'browser' && (asked.strategy !== 'jwt' || name === ACCESS_TOKEN),
  )
  return {
    status: found?.status ?? unasked,
    reason: found?.reason ?? null,
    email: found?.visit?.customer?.email ?? null,
    expiresAt: held && !held.ended ? held.expiresAt : null,
  }
}

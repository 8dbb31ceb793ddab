/** OpenID Connect Back-Channel Logout 1.0: the authorization server itself tells each site that a sign-in has ended. */
import { makeHandle } from '@/lib/strategies/opaque'
import { HOSTS, issuerOf, urlOf } from '../names'
import type { Login } from './ledger'
import type { AuthorizationServer } from './state'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

export async function endLogin(
  { ledger, keys, clients, sites }: AuthorizationServer,
  login: Login,
): Promise<void> {
  const iat = ledger.now
  for (const { id, site, secret } of clients) {
    if (secret === null) continue
    const claims = {
      iss: issuerOf(login.tenant),
      aud: id,
      sub: login.sub,
      sid: login.sid,
      iat,
      exp: iat + 120,
    }
    const logoutToken = await keys.signOther(
      { ...claims, jti: makeHandle(), events: { [EVENT]: {} } },
      'logout+jwt',
    )
    await sites(String(urlOf(HOSTS[site], '/back-channel')), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: logoutToken }),
    })
  }
}

/** What a site looks for in one (section 2.6), after its signature. */
export const isLogout = (events: unknown): boolean =>
  typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT)

/** What the operator of one site can try at the other one. */
import { randomBytes, randomUUID } from 'node:crypto'
import { generateKeyPair } from 'jose'
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import { makeHandle } from '@/lib/strategies/opaque'
import { seconds } from '@/lib/strategies/time'
import type { Reply } from '../stage/client'
import type { HostBrowser } from './browser'
import { HOSTS, issuerOf, resourceOf, urlOf } from './names'
import { bearer, signedIn } from './seats'
import { type IssuerKey, type SigningKeys, signedBy } from './server/keys'
import type { OwnSessions } from './site/own-sessions'
import type { RelyingParty } from './site/relying'
import { SITE_COOKIE } from './site/site'
import type { Member } from './sso'

export interface MemberAround {
  /** What Mina's browser sends to the shop. */
  readonly credential: () => string
  readonly lane: 'cookie' | 'token'
  readonly clock: SandboxClock
  readonly keys: SigningKeys
  /** The shop's own, where it keeps any. */
  readonly sessions: OwnSessions | null
  readonly customer: { browser: HostBrowser; password: string }
  /** The shop's app, at the issuer that it knows and at the other one. */
  readonly app: RelyingParty
  readonly elsewhere: { relying: RelyingParty; password: string }
  readonly removed: () => IssuerKey
  readonly newBrowser: () => HostBrowser
}

export function memberOf(around: MemberAround): Member {
  const { lane, clock, keys } = around
  const send = (fields: [string, string][]) =>
    around.newBrowser().send(urlOf(HOSTS.reviews, '/me'), { headers: fields })
  const withToken = (token: string) => send(bearer(token))
  const withCookie = (value: string) => send([['Cookie', `${SITE_COOKIE}=${value}`]])
  const inSamsName = (key: IssuerKey) => signedBy(key, samsClaims(clock), 'at+jwt')
  return {
    replay: () => (lane === 'cookie' ? withCookie : withToken)(around.credential()),
    async forNobody() {
      const { browser, password } = around.customer
      return withToken(await tokenFrom({ browser, relying: around.app, password, resources: [] }))
    },
    async ofOtherIssuer() {
      const { relying, password } = around.elsewhere
      const browser = around.newBrowser()
      return withToken(await tokenFrom({ browser, relying, password, resources: ['reviews'] }))
    },
    async mint() {
      if (around.sessions) return withCookie(await around.sessions.open(samsVisit(clock)))
      let reply: Reply | null = null
      for (const key of await keysOfMember(keys)) {
        reply = await withToken(await inSamsName(key))
        if (reply.status === 200) break
      }
      return reply!
    },
    withRemovedKey: async () => withToken(await inSamsName(around.removed())),
    async withStrangeKids(times) {
      const { privateKey } = await generateKeyPair('ES256')
      let reply: Reply | null = null
      for (let at = 0; at < times; at++)
        reply = await withToken(await inSamsName({ kid: randomUUID(), alg: 'ES256', key: privateKey }))
      return reply!
    },
  }
}

/** What a member has to check with, tried for making: the shared secret, or else the public keys as a secret, and a key of its own by their name. */
async function keysOfMember({ alg, secret, published, newest }: SigningKeys): Promise<IssuerKey[]> {
  const { kid } = newest
  if (alg === 'HS256') return [{ kid, alg, key: secret }]
  const { privateKey } = await generateKeyPair('ES256')
  const asSecret = new TextEncoder().encode(JSON.stringify(published.keys.at(-1)))
  return [
    { kid, alg: 'HS256', key: asSecret },
    { kid, alg: 'ES256', key: privateKey },
  ]
}

function samsClaims(clock: SandboxClock) {
  const iat = seconds(clock.now())
  const claims = { iss: issuerOf('customers'), aud: resourceOf('reviews'), sub: 'sam', sid: makeHandle() }
  return { ...claims, iat, exp: iat + 300, jti: makeHandle() }
}

const samsVisit = (clock: SandboxClock) => ({
  ...{ sub: 'sam', sid: makeHandle(), accessToken: randomBytes(32).toString('base64url') },
  until: seconds(clock.now()) + 300,
})

async function tokenFrom(asked: Parameters<typeof signedIn>[0]): Promise<string> {
  const { accessToken, walk } = await signedIn(asked)
  if (accessToken === null) throw new Error(`no token: ${walk.last.status}`)
  return accessToken
}

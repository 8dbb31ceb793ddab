/** The three strategies of the shop, on what a node has: their own cores, other ports. */
import type { IncomingMessage } from 'node:http'
import { cookiesOf, type ResponseCookies } from '@/lib/http/cookies'
import { findProduct } from '@/lib/shop/catalogue'
import type { Customer } from '@/lib/shop/visit'
import { createSeals } from '@/lib/strategies/cookie/credential'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'
import { STRONG as COOKIE } from '@/lib/strategies/cookie/strong'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import type { Ports as JwtPorts } from '@/lib/strategies/jwt/ports'
import { createRefreshTokens } from '@/lib/strategies/jwt/refresh-tokens'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'
import { STRONG as JWT } from '@/lib/strategies/jwt/strong'
import { sessionIds } from '@/lib/strategies/session/credential'
import { sessionStrategy } from '@/lib/strategies/session/strategy'
import { STRONG as SESSION } from '@/lib/strategies/session/strong'
import type { CommonPorts, OpenVisit, StrategyName, Want } from '@/lib/strategies/strategy'
import type { NodeConfig } from '../rules'
import { octetsOf, passwordsOf, signingKeysOf } from './key-forms'
import type { Records } from './records'
import { sessionRecords } from './session-records'
import { cartRecords, familyRecords } from './token-records'

export const MINA: Customer = {
  ...{ id: 'mina', email: 'mina@shop.example', name: 'Mina Park', role: 'customer', discount: 0 },
}

const users = { find: (id: string) => (id === MINA.id ? MINA : null), passwordChangedAt: () => null }

/** What one request is asked with. */
export interface NodeVisit {
  cookies: ResponseCookies
  open(want?: Want): Promise<OpenVisit>
  /** Of the JWT lane alone. */
  jwt: JwtPorts
}

export function nodeVisit(
  lane: StrategyName,
  request: IncomingMessage,
  config: NodeConfig,
  records: Records,
): NodeVisit {
  const cookies = cookiesOf(request.headers.cookie ?? null)
  const common: CommonPorts = {
    cookies,
    authorization: request.headers.authorization ?? null,
    now: () => new Date(),
    scope: { sandbox: 'cluster', device: 'laptop', path: `/${lane}` },
    dials: {},
    users,
  }
  const jwt = jwtPorts(common, config, records)
  return { cookies, jwt, open: (want = 'cart') => openers(common, config, records, jwt)[lane](want) }
}

const openers = (common: CommonPorts, { keys, rules }: NodeConfig, records: Records, jwt: JwtPorts) => ({
  cookie: (want: Want) =>
    cookieStrategy.open(
      {
        ...common,
        dials: { cookie: COOKIE },
        seals: createSeals(passwordsOf(keys.seal)),
        generations: { current: async () => 1, raise: async () => 1 },
        products: { find: findProduct },
      },
      want,
    ),
  session: (want: Want) =>
    sessionStrategy.open(
      {
        ...common,
        dials: { session: SESSION },
        sessionIds,
        sessions: sessionRecords({ records, inPlace: rules.inPlace === true }),
      },
      want,
    ),
  jwt: (want: Want) => jwtStrategy.open(jwt, want),
})

function jwtPorts(common: CommonPorts, { keys }: NodeConfig, records: Records): JwtPorts {
  return {
    ...common,
    dials: { jwt: JWT },
    accessTokens: createAccessTokens(signingKeysOf(keys.sign), 'cluster'),
    refreshTokens: createRefreshTokens(keys.sign.map(octetsOf)),
    families: familyRecords(records),
    carts: cartRecords(records),
    // With the dials as they are nobody asks these.
    denied: { has: async () => false, add: async () => {} },
    userKeys: { current: async () => 1, change: async () => 1 },
  }
}

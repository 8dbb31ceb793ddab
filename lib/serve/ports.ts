/** Wires a strategy to the world: this sandbox, this device, this request. The only place that knows all of them. */
import { db } from '@/lib/db/client'
import { cookiesOf } from '@/lib/http/cookies'
import type { Sandbox } from '@/lib/sandbox/world/sandbox'
import { findProduct } from '@/lib/shop/catalogue'
import { visitCodec } from '@/lib/strategies/cookie/codec'
import { createGenerationStore } from '@/lib/strategies/cookie/store'
import type { Dials } from '@/lib/strategies/dials'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { createDeniedTokenStore } from '@/lib/strategies/jwt/denied'
import { createRefreshTokens } from '@/lib/strategies/jwt/refresh-tokens'
import { createCartStore, createRefreshFamilyStore } from '@/lib/strategies/jwt/store'
import type { Ports } from '@/lib/strategies/ports'
import { createSessionIds } from '@/lib/strategies/session/credential'
import { createSessionStore } from '@/lib/strategies/session/store'
import type { Device, StrategyName } from '@/lib/strategies/strategy'

export interface Place {
  sandbox: Sandbox
  strategy: StrategyName
  device: Device
}

/** Ports are made when they are used: a lane that needs no database opens none. */
export function portsOf({ sandbox, strategy, device }: Place, request: Request) {
  const cookies = cookiesOf(request.headers.get('cookie'))
  const once = memo()
  const { dials } = sandbox
  const ports: Ports = {
    cookies,
    authorization: request.headers.get('authorization'),
    now: () => sandbox.clock.now(),
    scope: { sandbox: sandbox.id, device, path: `/api/${strategy}/${sandbox.id}/${device}` },
    users: sandbox.users,
    dials,
    get sessionIds() {
      return once('sessionIds', () => createSessionIds(dials.session))
    },
    get refreshTokens() {
      return once('refreshTokens', () => createRefreshTokens(sandbox.keys.refreshKeys()))
    },
    get seals() {
      return once('seals', () => visitCodec(dials.cookie.protection, sandbox.keys.sealPasswords()))
    },
    get generations() {
      return once('generations', () => createGenerationStore(db(), sandbox.id))
    },
    products: { find: findProduct },
    get sessions() {
      return once('sessions', () => createSessionStore(db(), sandbox.id))
    },
    get accessTokens() {
      return once('accessTokens', () => accessTokensOf(sandbox, dials))
    },
    get families() {
      return once('families', () => createRefreshFamilyStore(db(), sandbox.id))
    },
    get carts() {
      return once('carts', () => createCartStore(db(), sandbox.id))
    },
    get denied() {
      return once('denied', () => createDeniedTokenStore(db(), sandbox.id))
    },
  }
  return { ports, cookies }
}

function accessTokensOf({ id, keys }: Sandbox, dials: Dials) {
  const ofItsKind = dials.jwt.algorithm === 'EdDSA' ? keys.signingKeyPairs() : keys.signingKeys()
  return createAccessTokens(ofItsKind, id, dials.jwt)
}

function memo() {
  const made = new Map<string, unknown>()
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
}

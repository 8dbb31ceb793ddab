/** Wires a strategy to the world: this sandbox, this device, this request. The only place that knows all of them. */
import { db } from '../db'
import { cookiesOf } from '../http/cookies'
import type { Sandbox } from '../sandbox/sandbox'
import { createSeals } from '../strategies/cookie/credential'
import { createAccessTokens } from '../strategies/jwt/credential'
import { createCartStore, createRefreshFamilyStore } from '../strategies/jwt/store'
import { opaqueValues } from '../strategies/opaque'
import { createSessionStore } from '../strategies/session/store'
import type { Device, Ports, StrategyName } from '../strategies/strategy'

export interface Place {
  sandbox: Sandbox
  strategy: StrategyName
  device: Device
}

/** Ports are made when they are used: a lane that needs no database opens none. */
export function portsOf({ sandbox, strategy, device }: Place, request: Request) {
  const cookies = cookiesOf(request.headers.get('cookie'))
  const once = memo()
  const ports: Ports = {
    cookies,
    authorization: request.headers.get('authorization'),
    now: () => sandbox.clock.now(),
    scope: { sandbox: sandbox.id, device, path: `/api/${strategy}/${sandbox.id}/${device}` },
    users: sandbox.users,
    sessionIds: opaqueValues,
    refreshTokens: opaqueValues,
    get seals() {
      return once('seals', () => createSeals(sandbox.keys.sealPasswords()))
    },
    get sessions() {
      return once('sessions', () => createSessionStore(db(), sandbox.id))
    },
    get accessTokens() {
      return once('accessTokens', () => createAccessTokens(sandbox.keys.signingKeys(), sandbox.id))
    },
    get families() {
      return once('families', () => createRefreshFamilyStore(db(), sandbox.id))
    },
    get carts() {
      return once('carts', () => createCartStore(db(), sandbox.id))
    },
  }
  return { ports, cookies }
}

function memo() {
  const made = new Map<string, unknown>()
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
}

/** Exchanges for the tests of this folder: everything that a test does not name is plain. Never shipped. */

import type { Action } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct, ForcedLane } from './timeline/desk-act'

export const START = Date.parse('2026-11-02T10:00:00.000Z')

export interface Said {
  lane?: StrategyName
  device?: Device
  action?: Action
  status?: number
  problem?: string | null
  /** Milliseconds after START, by the server's clock. */
  ms?: number
  /** Seconds by which the sandbox clock is ahead. */
  ahead?: number
  email?: string | null
  /** No credential came. */
  absent?: boolean
  /** Seconds after START by the sandbox clock. */
  ends?: number | null
  method?: string
  path?: string
}

export const iso = (ms: number) => new Date(START + ms).toISOString()

export function exchange(seq: number, said: Said = {}): Exchange {
  const { lane = 'session', device = 'laptop', action = 'cart.read', status = 200, ms = 0, ahead = 0 } = said
  const target = `/api/${lane}/k7Qm2xVf9Rb/${device}/${said.path ?? 'cart'}`
  return {
    id: `e1-${seq}`,
    seq,
    at: iso(ms),
    sandboxAt: iso(ms + ahead * 1000),
    strategy: lane,
    device,
    action,
    completed: true,
    request: {
      method: said.method ?? 'GET',
      target,
      httpVersion: '1.1',
      headers: [],
      headBytes: 0,
      bodyBytes: 0,
    },
    response: { status, reason: '', headers: [], headBytes: 0, bodyBytes: 0 },
    connection: { id: 1, nth: seq },
    credential: credentialOf(said, status),
    problem: said.problem ?? null,
    sent: null,
    answered: null,
    steps: [],
    stored: { before: [], after: [] },
    exposures: [],
    cost: { reads: 0, writes: 0, micros: 0 },
  }
}

function credentialOf({ email, ends, absent }: Said, status: number): Exchange['credential'] {
  return {
    status: absent ? 'absent' : status === 401 ? 'refused' : 'valid',
    reason: null,
    email: email === undefined ? null : email,
    expiresAt: ends == null ? null : iso(ends * 1000),
  }
}

/** Mina's sign-ins ended: session at once, jwt after `jwtSeconds`, cookie not before twelve hours. */
export function deskAct(ms: number, jwtSeconds = 60): DeskAct {
  const lane = (reached: boolean, seconds: number | null): ForcedLane => ({
    reached,
    ended: reached ? 1 : 0,
    credentialsAliveUntil: seconds === null ? null : iso(ms + seconds * 1000),
    because: '',
  })
  return {
    act: 'force-sign-out',
    at: iso(ms),
    sandboxAt: iso(ms),
    email: 'mina@shop.example',
    lanes: { cookie: lane(false, 43_200), session: lane(true, null), jwt: lane(true, jwtSeconds) },
  }
}

export function ownerAct(
  ms: number,
  act: OwnerAct['act'] = 'rotate-keys',
  strategy: StrategyName | null = null,
): OwnerAct {
  return { id: `e1-act-${ms}`, act, at: iso(ms), sandboxAt: iso(ms), strategy }
}

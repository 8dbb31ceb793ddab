/** What each lane has cost so far: sums over its exchanges. Pure. */

import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { DeskAct } from '../timeline/desk-act'
import { type SignOutVerdict, verdictOf } from '../timeline/verdict'
import type { VisitorDevice } from '../visitor-device'
import { credentialBytes } from './credential-bytes'

export interface LaneCost {
  exchanges: number
  /** Octets with which the lane's credential came to the server: the sum, and how many requests had one. */
  credentialBytes: number
  requestsWithCredential: number
  /** Database statements of the strategy. */
  reads: number
  writes: number
  /** From the newest forced sign-out to refusal, as the stopwatch says for this device. */
  refusal: SignOutVerdict
}

export interface CostQuestion {
  exchanges: readonly Exchange[]
  act: DeskAct | null
  device: VisitorDevice
  /** Milliseconds since the epoch by the sandbox clock. */
  now: number
  /** Seconds for which an expired access token is still taken, as the dial stands. */
  tolerance: number
}

export function costsOf({
  exchanges,
  act,
  device,
  now,
  tolerance,
}: CostQuestion): Record<StrategyName, LaneCost> {
  const cost = (strategy: StrategyName): LaneCost => {
    const lane = exchanges.filter((exchange) => exchange.strategy === strategy)
    const sent = lane.map(credentialBytes).filter((bytes) => bytes > 0)
    return {
      exchanges: lane.length,
      credentialBytes: sum(sent),
      requestsWithCredential: sent.length,
      reads: sum(lane.map((exchange) => exchange.cost.reads)),
      writes: sum(lane.map((exchange) => exchange.cost.writes)),
      refusal: verdictOf({ strategy, device, act, exchanges, now, tolerance }),
    }
  }
  return Object.fromEntries(STRATEGIES.map((name) => [name, cost(name)])) as Record<StrategyName, LaneCost>
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)

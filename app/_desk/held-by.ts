/** What one device holds of one lane, as its newest exchange left it. Pure. */
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Artifact, Place } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface DeviceHoldings {
  /** Credentials in the browser: one cookie, or an access token and a refresh cookie. */
  tokens: Artifact[]
  /** The session or the refresh family behind them, while it lives. */
  row: Artifact | undefined
}

const ROWS: readonly string[] = ['Session', 'RefreshFamily']

export function heldBy(
  exchanges: readonly Exchange[],
  strategy: StrategyName,
  device: Device,
): DeviceHoldings {
  const own = (exchange: Exchange) => exchange.strategy === strategy && exchange.device === device
  const after = exchanges.findLast(own)?.stored.after ?? []
  const tokens = after.filter((one) => one.side === 'browser' && one.device === device && one.credential)
  const alive = after.filter(({ place, name, ended }) => place === 'row' && ROWS.includes(name) && !ended)
  const backing = tokens.map(({ backedBy }) => backedBy)
  return { tokens, row: alive.find(({ id }) => backing.includes(id)) }
}

/** RFC 6265bis section 5.6: a cookie whose name and value together exceed it is dropped by the browser. */
export const MOST_OF_A_COOKIE = 4096

export interface Weight {
  name: string
  place: Place
  /** Octets. */
  bytes: number
  /** null: no limit of the browser's. */
  limit: number | null
}

export function weightsOf({ tokens }: DeviceHoldings): Weight[] {
  return tokens.map(({ name, place, bytes }) => ({
    name,
    place,
    bytes,
    limit: place === 'cookie' ? MOST_OF_A_COOKIE : null,
  }))
}

/** When what a device holds ends, and in how many ways, read from what was stored after its newest exchange. Pure. */
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { DeviceHoldings } from './held-by'

export type ClockName = 'visit' | 'idle' | 'absolute' | 'access' | 'refresh'

export interface Clock {
  name: ClockName
  /** Milliseconds since the epoch, by the sandbox clock. */
  end: number
}

export function clocksOf(strategy: StrategyName, stored: DeviceHoldings, dials: Dials): Clock[] {
  const { tokens, row } = stored
  if (strategy === 'cookie') return clock('visit', tokens[0]?.expiresAt)
  if (strategy === 'session') {
    const seen = column(row, 'lastSeenAt')
    const idleEnd = seen && new Date(Date.parse(seen) + dials.session.idle * 1000).toISOString()
    return [...clock('idle', idleEnd), ...clock('absolute', column(row, 'expiresAt'))]
  }
  const access = tokens.find(({ name }) => !name.endsWith('refresh'))
  return [...clock('access', access?.expiresAt), ...clock('refresh', column(row, 'expiresAt'))]
}

function clock(name: ClockName, end: string | null | undefined): Clock[] {
  return end ? [{ name, end: Date.parse(end) }] : []
}

function column(row: Artifact | undefined, name: string): string | undefined {
  return row?.contents.find((field) => field.name === name)?.value
}

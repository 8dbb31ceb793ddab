'use client' // reads the live store
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type DeviceHoldings, heldBy } from './held-by'

/** What the device on screen holds of this lane now, wherever the timeline stands. */
export function useStored(strategy: StrategyName): DeviceHoldings {
  const exchanges = useLive((live) => live.exchanges)
  const device = useLive((live) => live.device)
  return useMemo(() => heldBy(exchanges, strategy, device), [exchanges, strategy, device])
}

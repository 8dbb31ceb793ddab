'use client' // reads the live store

import { useMemo } from 'react'
import { type PastShop, pastShop } from '@/app/_live/state/past-shop'
import { useChosen } from '@/app/_live/state/use-lane'
import type { StrategyName } from '@/lib/strategies/strategy'

/** One lane's shop as it was at the chosen step. */
export function usePastShop(strategy: StrategyName): PastShop {
  const { steps, step } = useChosen()
  const index = step?.index ?? -1
  const device = step?.device ?? 'laptop'
  return useMemo(
    () => pastShop(steps.slice(0, index + 1), strategy, device),
    [steps, index, strategy, device],
  )
}

import { create } from 'zustand'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export type Target = 'all' | StrategyName

/** Where the lockstep bar sends its acts. */
export const useTarget = create<{ target: Target }>(() => ({ target: 'all' }))

export function lanesOf(target: Target): StrategyName[] {
  return target === 'all' ? [...STRATEGIES] : [target]
}

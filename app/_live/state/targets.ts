import { create } from 'zustand'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export type SendTarget = 'all' | StrategyName

/** Where the lockstep bar sends its acts. */
export const useTarget = create<{ target: SendTarget }>(() => ({ target: 'all' }))

export function lanesOf(target: SendTarget): StrategyName[] {
  return target === 'all' ? [...STRATEGIES] : [target]
}

'use client' // which columns the evidence has
import { createContext, useContext } from 'react'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

/** All three side by side; on the page of one lane that one. */
export const LanesShown = createContext<readonly StrategyName[]>(STRATEGIES)

export const useLanesShown = (): readonly StrategyName[] => useContext(LanesShown)

'use client'
// Dials that the address of the opened page names: kept until they are turned or declined.
import { create } from 'zustand'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useLive } from '../state/store'
import { queryOfTurns } from './dial-links'
import { type DialTurn, turnedFrom } from './dial-list'

interface Link {
  /** null: nothing is asked, or it is settled. */
  turns: readonly DialTurn[] | null
  /** The link asks for acts too: one question is for both, and nothing is turned before it is answered. */
  withActs: boolean
}

export const useLink = create<Link>()(() => ({ turns: null, withActs: false }))

export function decline(): void {
  useLink.setState({ turns: null, withActs: false })
}

/** The part of the address that names dials: an open question stays in it. */
export function dialQuery(only: StrategyName | null): string {
  const { dials } = useLive.getState()
  return queryOfTurns(useLink.getState().turns ?? turnedFrom(dials, only ? [only] : STRATEGIES))
}

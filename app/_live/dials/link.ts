'use client'
// Dials that the address of the opened page names: kept until they are turned or declined.
import { create } from 'zustand'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useLive } from '../state/store'
import { turn } from './asked'
import { movesOf, queryOfTurns, turnsIn } from './dial-links'
import { type DialTurn, turnedFrom } from './dial-list'

/** null: nothing is asked, or it is settled. */
export const useLink = create<{ turns: readonly DialTurn[] | null }>()(() => ({ turns: null }))

let read = false

/** Once a document: inside the site the address follows the dials, not the dials the address. */
export function readLink(query: URLSearchParams): void {
  if (read) return
  read = true
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const turns = turnsIn(query)
  if (turns.length > 0 && navigation?.type !== 'back_forward') useLink.setState({ turns })
}

/** Of the link, what would move a dial. */
export function asksFor(): readonly DialTurn[] {
  return movesOf(useLive.getState().dials, useLink.getState().turns ?? [])
}

export async function follow(): Promise<void> {
  const moves = asksFor()
  if (moves.length > 0) await turn(moves)
  decline()
}

export function decline(): void {
  useLink.setState({ turns: null })
}

/** The part of the address that names dials: an open question stays in it. */
export function dialQuery(only: StrategyName | null): string {
  const { dials } = useLive.getState()
  return queryOfTurns(useLink.getState().turns ?? turnedFrom(dials, only ? [only] : STRATEGIES))
}

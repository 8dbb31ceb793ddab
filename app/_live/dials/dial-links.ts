/** Dials in a page's address: `?dial=session.idle:60&dial=jwt.refresh:none`. Pure. */
import type { Dials } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { type DialTurn, dialOf, isWeak, positionIn } from './dial-list'

export const PARAMETER = 'dial'

/** What an address says wrongly is left out; of one dial the last counts. */
export function turnsIn(query: URLSearchParams): DialTurn[] {
  const turns = query.getAll(PARAMETER).flatMap(turnOf)
  return [...new Map(turns.map((turn) => [`${turn.strategy}.${turn.name}`, turn])).values()]
}

function turnOf(text: string): DialTurn[] {
  const [, lane, name = '', position] = /^([a-z]+)\.([A-Za-z]+):([\w-]+)$/.exec(text) ?? []
  const strategy = STRATEGIES.find((one) => one === lane)
  const dial = strategy && dialOf(strategy, name)
  const value = dial?.values.find((one) => String(one) === position)
  return strategy && value !== undefined ? [{ strategy, name, value }] : []
}

/** "" or "dial=session.idle:60&dial=…" */
export function queryOfTurns(turns: readonly DialTurn[]): string {
  return turns.map(({ strategy, name, value }) => `${PARAMETER}=${strategy}.${name}:${value}`).join('&')
}

/** Those that would move a dial. */
export function movesOf(dials: Dials, turns: readonly DialTurn[]): DialTurn[] {
  return turns.filter(({ strategy, name, value }) => positionIn(dials, strategy, name) !== value)
}

export const weakens = (turns: readonly DialTurn[]): boolean => turns.some(isWeak)

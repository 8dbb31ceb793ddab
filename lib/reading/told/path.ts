/** The five acts of the first ninety seconds, noticed however they were done: here, in another tab, by curl. Pure. */

import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct } from '../timeline/desk-act'
import { isAfter } from '../timeline/steps-of'
import type { SignOutVerdict } from '../timeline/verdict'

/** What can be said before the forced sign-out: the lanes that refuse the next request, or that one does not know. */
export const GUESSES = ['cookie+session+jwt', 'session', 'session+jwt', 'none', 'unsure'] as const
export type Guess = (typeof GUESSES)[number]

/** What has happened in the sandbox, as far as the page knows it. */
export interface PathFacts {
  exchanges: readonly Exchange[]
  desk: readonly DeskAct[]
  acts: readonly OwnerAct[]
  guess: Guess | null
}

export interface PathAct {
  id: 'add' | 'sign-in' | 'predict' | 'force' | 'wait'
  isDone(facts: PathFacts): boolean
}

const isOk = ({ response }: Exchange) => response !== null && response.status < 300

const hasDone = ({ exchanges }: PathFacts, action: Exchange['action']) =>
  exchanges.some((one) => one.action === action && isOk(one))

/** In their order. */
export const PATH: readonly PathAct[] = [
  { id: 'add', isDone: (facts) => hasDone(facts, 'cart.add') },
  { id: 'sign-in', isDone: (facts) => hasDone(facts, 'sign-in') },
  // A guess outlives its sandbox, and the way to it does not.
  { id: 'predict', isDone: (facts) => facts.guess !== null && hasDone(facts, 'sign-in') },
  { id: 'force', isDone: ({ desk }) => desk.length > 0 },
  { id: 'wait', isDone: hasWaited },
]

/** Something that the forced sign-out had left alive was refused as expired; or nothing was left, and the clock was turned. */
function hasWaited({ exchanges, desk, acts }: PathFacts): boolean {
  return desk.some((act) => {
    const leavesNothing = act.lanes.jwt.credentialsAliveUntil === null
    if (leavesNothing) return acts.some((one) => one.act === 'clock' && one.at >= act.at)
    return exchanges.some((one) => isAfter(one, act) && one.problem === 'credential_expired')
  })
}

/** Whoever has done a later act needs no earlier one. @returns how many are behind: all of them, and the path is walked */
export function walked(facts: PathFacts): number {
  return PATH.findLastIndex((act) => act.isDone(facts)) + 1
}

/** "session+jwt", "none": the lanes that refused the next request. null: not each of the three was seen. */
export function refusedAtOnce(kinds: Record<StrategyName, SignOutVerdict['kind']>): string | null {
  if (STRATEGIES.some((lane) => kinds[lane] === 'none' || kinds[lane] === 'lost')) return null
  return STRATEGIES.filter((lane) => kinds[lane] === 'at-once').join('+') || 'none'
}

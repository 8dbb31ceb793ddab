/** The four acts of the first ninety seconds, noticed however they were done: here, in another tab, by curl. Pure. */

import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct } from '../timeline/desk-act'
import { isAfter } from '../timeline/steps-of'

/** What has happened in the sandbox, as far as the page knows it. */
export interface PathFacts {
  exchanges: readonly Exchange[]
  desk: readonly DeskAct[]
  acts: readonly OwnerAct[]
}

export interface PathAct {
  id: 'add' | 'sign-in' | 'force' | 'wait'
  isDone(facts: PathFacts): boolean
}

const isOk = ({ response }: Exchange) => response !== null && response.status < 300

/** In their order. */
export const PATH: readonly PathAct[] = [
  { id: 'add', isDone: ({ exchanges }) => exchanges.some((one) => one.action === 'cart.add' && isOk(one)) },
  {
    id: 'sign-in',
    isDone: ({ exchanges }) => exchanges.some((one) => one.action === 'sign-in' && isOk(one)),
  },
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

/** A lesson and facts to test the fold with. */
import type { DeskAct, ForcedLane } from '@/lib/reading/timeline/desk-act'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { anExchange } from '@/lib/testing/exchanges'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct, OwnerActKind } from '@/lib/trace/model/owner-act'
import type { Goal } from '../goal'
import type { ActStep, Lesson, LessonStep } from '../lesson'
import type { LessonFacts } from './facts'

export const NO_FACTS: LessonFacts = {
  sandbox: 'AAAAAAAAAAA',
  exchanges: [],
  desk: [],
  acts: [],
  dials: DEFAULT_DIALS,
  clockOffset: 0,
  serverAhead: 0,
  runs: [],
}

export const aLesson = (...steps: LessonStep[]): Lesson => ({
  id: 'L99',
  slug: 'l99-test',
  minutes: { alone: 5, class: 8 },
  needs: [],
  settles: [],
  teaches: [],
  uses: [],
  scene: { dials: {}, acts: [] },
  steps,
})

export const anAct = (goal: Goal, differing: Partial<ActStep> = {}): ActStep => ({
  do: 'act',
  id: 'act',
  goal,
  wrong: [],
  hints: 0,
  solve: [],
  ...differing,
})

/** @param second of the minute in which all of this happens */
export const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 4, 0, 0) + second * 1000).toISOString()

export const exchange = (seq: number, differing: Partial<Exchange> = {}, epoch = 'e'): Exchange =>
  anExchange({ id: `${epoch}-${seq}`, seq, at: at(seq), ...differing })

/** One of each lane, from this number on. */
export const lockstep = (seq: number, differing: Partial<Exchange> = {}): Exchange[] =>
  STRATEGIES.map((strategy, i) => exchange(seq + i, { strategy, ...differing }))

export const ownerAct = (number: number, act: OwnerActKind, differing: Partial<OwnerAct> = {}): OwnerAct => ({
  id: `e-act-${number}`,
  act,
  at: at(number),
  sandboxAt: at(number),
  strategy: null,
  ...differing,
})

export function forced(second: number, because = 'row_deleted'): DeskAct {
  const lane: ForcedLane = { reached: true, ended: 1, credentialsAliveUntil: null, because }
  const lanes = { cookie: lane, session: { ...lane, because: 'row_deleted' }, jwt: lane }
  return { act: 'force-sign-out', at: at(second), sandboxAt: at(second), email: 'mina@shop.example', lanes }
}

/** What came in, in the order in which it happened. */
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { LessonFacts, OwnRun } from './facts'
import { byOrder, type Order } from './order'

export type LessonEvent = { order: Order } & (
  | { kind: 'exchange'; what: Exchange }
  | { kind: 'desk'; what: DeskAct }
  | { kind: 'act'; what: OwnerAct }
  | { kind: 'run'; what: OwnRun }
)

export function eventsOf(facts: LessonFacts): LessonEvent[] {
  const { exchanges, desk, acts, runs, serverAhead } = facts
  const found: LessonEvent[] = [
    ...exchanges.map((what) => ({ kind: 'exchange', what, order: [Date.parse(what.at), what.seq] }) as const),
    ...desk.map((what) => ({ kind: 'desk', what, order: [Date.parse(what.at), 0] }) as const),
    ...acts.map((what) => ({ kind: 'act', what, order: [Date.parse(what.at), 0] }) as const),
    ...runs.map((what) => ({ kind: 'run', what, order: [Date.parse(what.at) + serverAhead, 0] }) as const),
  ]
  return found.sort((one, other) => byOrder(one.order, other.order))
}

/** What was seen once and stays seen, although the list of exchanges forgets it: by place of the goal within the goal of the step, e.g. "0.1". */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LessonEvent } from './events'
import { byOrder, type Order } from './order'

export interface SeenMark {
  /** Of the exchange or act, or what it was. */
  id: string
  /** null: no exchange. */
  lane: StrategyName | null
  at: Order
}

export type Marks = Readonly<Record<string, readonly SeenMark[]>>

export function markOf({ kind, what, order: at }: LessonEvent): SeenMark {
  if (kind === 'exchange') return { id: what.id, lane: what.strategy, at }
  return { id: kind === 'act' ? what.id : `${kind} ${what.at}`, lane: null, at }
}

/** Each once, in order. */
export function joined(one: readonly SeenMark[], other: readonly SeenMark[]): SeenMark[] {
  const byId = new Map([...one, ...other].map((mark) => [mark.id, mark]))
  return [...byId.values()].sort((a, b) => byOrder(a.at, b.at))
}

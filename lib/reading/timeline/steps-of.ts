/** Groups exchanges into the steps of the timeline: what was sent to several lanes at once is one step. Pure. */

import type { Action } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct } from './desk-act'

/** Exchanges of one lockstep start together; a longer gap means a second act. */
export const TOGETHER_MS = 1500

export interface Step {
  /** Position in the list: what `cursor` counts. */
  index: number
  /** Stays the same while steps are added: the id of its first exchange. */
  key: string
  action: Action
  device: Device
  /** ISO 8601, the server's clock: its first exchange. */
  at: string
  /** At most one exchange a lane. */
  exchanges: Partial<Record<StrategyName, Exchange>>
  /** How many desk acts came before. */
  deskActs: number
}

/** A column of the timeline: a step, or what was done from outside of the lanes between two steps. */
export type Column =
  | { kind: 'step'; step: Step }
  | { kind: 'desk'; act: DeskAct }
  | { kind: 'act'; act: OwnerAct }

export const isStep = (column: Column, index: number) => column.kind === 'step' && column.step.index === index

/** Exchanges and acts oldest first. */
export function stepsOf(exchanges: readonly Exchange[], desk: readonly DeskAct[]): Step[] {
  const steps: Step[] = []
  /** Where each lane and device stands: its exchanges keep their order. */
  const reached = new Map<string, number>()
  for (const exchange of exchanges) {
    const deskActs = desk.filter((act) => isAfter(exchange, act)).length
    const line = `${exchange.strategy}/${exchange.device}`
    const step =
      openStep(steps, (reached.get(line) ?? -1) + 1, exchange, deskActs) ?? newStep(exchange, deskActs)
    if (step.index < 0) step.index = steps.push(step) - 1
    step.exchanges[exchange.strategy] = exchange
    reached.set(line, step.index)
  }
  return steps
}

/** The earliest step, from `from` on, that this exchange can be part of. Exchanges come in the order of their ends. */
function openStep(steps: Step[], from: number, exchange: Exchange, deskActs: number): Step | undefined {
  for (let i = from; i < steps.length; i++) {
    const step = steps[i]!
    if (step.deskActs === deskActs && !step.exchanges[exchange.strategy] && isAlike(step, exchange))
      return step
  }
}

function isAlike(step: Step, exchange: Exchange): boolean {
  if (step.device !== exchange.device || step.action !== exchange.action) return false
  if (Math.abs(Date.parse(exchange.at) - Date.parse(step.at)) > TOGETHER_MS) return false
  const [first] = Object.values(step.exchanges)
  return first !== undefined && operationOf(first) === operationOf(exchange)
}

/** `/api/{strategy}/{sandbox}/{device}/…`: what follows is the same in all lanes. */
function operationOf({ request }: Exchange): string {
  return [request.method, ...request.target.split('/').slice(5)].join('/')
}

function newStep({ id, action, device, at }: Exchange, deskActs: number): Step {
  return { index: -1, key: id, action, device, at, exchanges: {}, deskActs }
}

/** Began after the act; one that was under way proves nothing about it. Both times are the server's. */
export function isAfter(exchange: Exchange, act: DeskAct): boolean {
  return exchange.at >= act.at
}

/** The steps in order, each act before the first step that began after it. */
export function columnsOf(
  steps: readonly Step[],
  desk: readonly DeskAct[],
  acts: readonly OwnerAct[] = [],
): Column[] {
  const between: Exclude<Column, { kind: 'step' }>[] = [
    ...desk.map((act) => ({ kind: 'desk', act }) as const),
    ...acts.map((act) => ({ kind: 'act', act }) as const),
  ].sort((a, b) => a.act.at.localeCompare(b.act.at))
  const columns: Column[] = []
  let next = 0
  for (const step of steps) {
    while (next < between.length && between[next]!.act.at <= step.at) columns.push(between[next++]!)
    columns.push({ kind: 'step', step })
  }
  return [...columns, ...between.slice(next)]
}

/** The step that `cursor` chooses; null chooses the newest. undefined: nothing was sent yet. */
export function stepAt(steps: readonly Step[], cursor: number | null): Step | undefined {
  return cursor === null ? steps.at(-1) : steps[Math.min(cursor, steps.length - 1)]
}

/** The newest exchange of a lane and device up to the chosen step. */
export function exchangeAt(
  steps: readonly Step[],
  cursor: number | null,
  strategy: StrategyName,
  device: Device,
): Exchange | undefined {
  const last = cursor === null ? steps.length - 1 : Math.min(cursor, steps.length - 1)
  for (let i = last; i >= 0; i--) {
    const step = steps[i]!
    if (step.device === device && step.exchanges[strategy]) return step.exchanges[strategy]
  }
  return undefined
}

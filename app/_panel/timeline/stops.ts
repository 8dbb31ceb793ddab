/** What can be chosen on the timeline: each step, and each act between two steps. */
import { backToLive, chooseEvent, chooseStep } from '@/app/_live/state/cursor'
import { idOfEvent } from '@/lib/reading/timeline/event-id'
import { type Column, isStep } from '@/lib/reading/timeline/steps-of'

/** Where from `at` a key leads, of `count` stops. */
const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Chooses what a key asks for. @returns the stop, or null: the key is none of these, or there is nothing further */
export function moveBy(key: string | null, stops: readonly Column[], at: number): number | null {
  const next = MOVES[key ?? '']?.(at, stops.length)
  if (next === undefined || !stops[next]) return null
  // The newest may be another device's; the end of the timeline is now.
  if (key === 'End') backToLive()
  else choose(stops[next])
  return key === 'End' ? stops.findLastIndex(({ kind }) => kind === 'step') : next
}

export function choose(stop: Column): void {
  if (stop.kind === 'step') chooseStep(stop.step.index)
  else chooseEvent(idOfEvent(stop.act))
}

/** Where the opened event or the chosen step stands among these; what the filter left out has the nearest before it. -1: nowhere. */
export function placeOf(stops: readonly Column[], event: string | null, step: number): number {
  if (event !== null) {
    const at = stops.findIndex((stop) => stop.kind !== 'step' && idOfEvent(stop.act) === event)
    if (at >= 0) return at
  }
  const exact = stops.findIndex((stop) => isStep(stop, step))
  if (exact >= 0) return exact
  const before = stops.findLastIndex((stop) => stop.kind === 'step' && stop.step.index < step)
  return before >= 0 ? before : stops.findIndex(({ kind }) => kind === 'step')
}

export const keyOf = (stop: Column): string => (stop.kind === 'step' ? stop.step.key : idOfEvent(stop.act))

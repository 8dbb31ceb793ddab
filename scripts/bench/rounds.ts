// Targets that take turns, for as long as the group may take.
import type { Stage } from '../faults/stage.ts'
import { slice, type Target } from './load.ts'

/** `requests` a slice. */
export interface Slot {
  stage: Stage
  target: Target
  requests: number
}

const MOST_ROUNDS = 14
/** The first ones count as a part of the warm-up. */
const DROPPED = 2
/** Fewer say nothing. */
const LEAST_ROUNDS = 3

/**
 * One slice of each in turn, so that what disturbs the machine disturbs all alike.
 * @param targets by name
 * @param seconds when they are over, no round is begun that is not needed
 * @returns by name: microseconds a request, round by round
 * @throws when a target fails, or when even the fewest rounds would take more than twice the time
 */
export async function interleaved(
  targets: Record<string, Slot>,
  seconds: number,
): Promise<Record<string, number[]>> {
  const from = performance.now()
  const passed = () => (performance.now() - from) / 1000
  const slots = Object.entries(targets)
  for (const [, slot] of slots) await warmUp(slot, () => passed() > seconds / 3)
  const all = slots.map(([name, slot]) => ({ name, slot, measured: [] as number[] }))
  const wanted = LEAST_ROUNDS + DROPPED
  for (let round = 0; round < MOST_ROUNDS + DROPPED; round++) {
    if (passed() > seconds && round >= wanted) break
    if (passed() > seconds * 2) throw new Error(`only ${round} rounds in ${Math.round(passed())} s`)
    for (const { slot, measured } of all) measured.push(await one(slot))
  }
  return Object.fromEntries(all.map(({ name, measured }) => [name, measured.slice(DROPPED)]))
}

const one = ({ stage, target, requests }: Slot) =>
  slice({ pid: stage.server.pid, port: stage.port }, target, requests)

/** By number of requests, because a slow target needs as many as a fast one; but not without end. */
async function warmUp(given: Slot, isOver: () => boolean) {
  for (let nth = 0; nth < 4 && !(nth > 0 && isOver()); nth++) await one(given)
}

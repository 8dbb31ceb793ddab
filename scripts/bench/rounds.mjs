// Targets that take turns, for as long as the group may take.
import { slice } from './load.mjs'

const MOST_ROUNDS = 14
/** The first ones count as a part of the warm-up. */
const DROPPED = 2
/** Fewer say nothing. */
const LEAST_ROUNDS = 3

/**
 * One slice of each in turn, so that what disturbs the machine disturbs all alike.
 * @param targets by name: `{ stage, target, requests }`, requests a slice
 * @param seconds when they are over, no round is begun that is not needed
 * @returns by name: microseconds a request, round by round
 * @throws when a target fails, or when even the fewest rounds would take more than twice the time
 */
export async function interleaved(targets, seconds) {
  const from = performance.now()
  const passed = () => (performance.now() - from) / 1000
  const names = Object.keys(targets)
  for (const name of names) await warmUp(targets[name], () => passed() > seconds / 3)
  const all = Object.fromEntries(names.map((name) => [name, []]))
  const wanted = LEAST_ROUNDS + DROPPED
  for (let round = 0; round < MOST_ROUNDS + DROPPED; round++) {
    if (passed() > seconds && round >= wanted) break
    if (passed() > seconds * 2) throw new Error(`only ${round} rounds in ${Math.round(passed())} s`)
    for (const name of names) all[name].push(await one(targets[name]))
  }
  return Object.fromEntries(names.map((name) => [name, all[name].slice(DROPPED)]))
}

const one = ({ stage, target, requests }) =>
  slice({ pid: stage.server.pid, port: stage.port }, target, requests)

/** By number of requests, because a slow target needs as many as a fast one; but not without end. */
async function warmUp(given, isOver) {
  for (let nth = 0; nth < 4 && !(nth > 0 && isOver()); nth++) await one(given)
}

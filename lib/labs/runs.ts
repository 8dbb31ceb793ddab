/** The runs that there are: one for each sandbox, the newest. A new one lets the rooms of the one before it go. */
import { FairShare } from '../sandbox/fair-share'
import type { TooMany } from '../sandbox/limits'
import { perProcess } from '../sandbox/per-process'
import { createQueue } from '../sandbox/queue'
import type { OwnedSandbox } from '../sandbox/sandbox'
import { type Timeline, timelineOf } from '../trace/timeline'
import { forgetErrands } from './attacker/errand'
import type { Lab, Position } from './lab'
import { Run } from './run'

/** Of all visitors together: each run is some thirty requests. */
const AT_ONCE = 4

/**
 * Of all visitors together, half a MiB each or more: beyond it the network address with the most loses the oldest of those that are over,
 * with its rooms.
 */
const MOST_KEPT = 300

/** Of all visitors together, those that play as well: whoever comes then would wait for longer than anybody watches, in rooms that are held for it. */
const MOST_IN_LINE = 104

/** Seconds. */
const COME_AGAIN = 10

const runs = () =>
  perProcess('lab-runs', () => ({
    bySandbox: new FairShare<Run>(),
    inLine: 0,
    queued: createQueue(AT_ONCE),
  }))

/** null: there is a place. It is held by the call of `startRun` or `nextAct` that comes at once, without an `await` between. */
export function lineTooLong(): TooMany | null {
  return runs().inLine < MOST_IN_LINE ? null : { retryAfter: COME_AGAIN }
}

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  runs().inLine += 1
  try {
    return await work()
  } finally {
    runs().inLine -= 1
  }
}

/** In its turn. */
const play = (work: () => Promise<void>) => inLine(() => runs().queued(work))

export type Pace = 'all' | 'act'

/** It goes on by itself; each act is published as a `lab` event of the timeline. `stopped`: another one or the end came first. */
export async function startRun(
  parent: OwnedSandbox,
  timeline: Timeline,
  { lab, position, pace }: { lab: Lab; position: Position; pace: Pace },
): Promise<Run> {
  const run = new Run(parent, lab, position, (report) => timeline.publish({ type: 'lab', run: report }))
  const before = takePlace(timeline, run)
  try {
    await inLine(async () => {
      await before?.close()
      await run.open()
    })
  } catch (error) {
    forget(parent.id, run)
    await run.close().catch(() => {})
    throw error
  }
  if (pace === 'all') void play(() => run.playAll())
  return run
}

/** At once: of two that come together the first one has to know that it is not the newest. @returns the one before it */
function takePlace(timeline: Timeline, run: Run): Run | undefined {
  const { bySandbox } = runs()
  const { sandboxId } = timeline
  if (timelineOf(sandboxId) !== timeline) {
    // The sandbox has ended while this was asked for.
    run.stop()
    return
  }
  const before = bySandbox.get(sandboxId)
  if (before) forget(sandboxId, before)
  bySandbox.set(sandboxId, run.parent.whose, run)
  endWith(timeline, run)
  letGoOfOldest()
  return before
}

export function letGoOfOldest(most = MOST_KEPT): void {
  const { bySandbox } = runs()
  const sandboxId = bySandbox.surplus(most, ({ isOver }) => isOver)
  const oldest = sandboxId === null ? undefined : bySandbox.get(sandboxId)
  if (sandboxId === null || !oldest) return
  forget(sandboxId, oldest)
  closeQuietly(oldest)
}

export function runOf(sandboxId: string, id: string): Run | null {
  const run = runs().bySandbox.get(sandboxId)
  return run?.id === id ? run : null
}

/** One act, in its turn. */
export const nextAct = (run: Run): Promise<void> => play(() => run.playAct())

export async function endRun(sandboxId: string): Promise<void> {
  const run = runs().bySandbox.get(sandboxId)
  if (!run) return
  forget(sandboxId, run)
  await run.close()
}

function forget(sandboxId: string, run: Run): void {
  const { bySandbox } = runs()
  if (bySandbox.get(sandboxId) === run) bySandbox.delete(sandboxId)
  forgetErrands(run.id)
}

/** A sandbox that ends takes its rooms along (sandbox.ts), but not those that are only being opened. */
function endWith(timeline: Timeline, run: Run): void {
  const end = timeline.subscribe((event) => {
    const isCurrent = runs().bySandbox.get(timeline.sandboxId) === run
    if (event.type !== 'reset' && isCurrent) return
    end()
    forget(timeline.sandboxId, run)
    closeQuietly(run)
  })
}

/** Where the database does not answer now, the rooms end by themselves. */
function closeQuietly(run: Run): void {
  void run.close().catch(() => {})
}

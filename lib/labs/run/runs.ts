/** The runs that there are: one for each sandbox, the newest. A new one lets the rooms of the one before it go. */

import { perProcess } from '@/lib/process/once'
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import { FairLine, type Turn } from '@/lib/shares/fair-line'
import { FairShare } from '@/lib/shares/fair-share'
import { type Timeline, timelineOf } from '@/lib/trace/publish/timeline'
import { forgetErrands } from '../attacker/errand'
import type { Lab, LabPosition } from '../lab'
import { clusterLine, heldByCluster } from './cluster-line'
import { keepRecording } from './recorded-runs'
import { Run } from './run'

/** Of all visitors together: each run is some thirty requests, and one more at once makes each of them slower and none more. */
const AT_ONCE = 2

/**
 * Of all visitors together, half a MiB each or more: beyond it the network address with the most loses the oldest of those that are over,
 * with its rooms.
 */
const MOST_KEPT = 300

/** Milliseconds of one run, about. */
const USUAL = 1000

const runs = () =>
  perProcess('lab-runs', () => ({
    bySandbox: new FairShare<Run>(),
    line: new FairLine({ atOnce: AT_ONCE, usual: USUAL }),
  }))

export type Pace = 'all' | 'act'

export interface RunOptions {
  lab: Lab
  position: LabPosition
  pace: Pace
  turn: Turn
}

/**
 * In its turn: no room is opened for who waits. Resolves when the rooms are open; it goes on by itself, and each act is published as a `lab`
 * event of the timeline. `stopped`: another one or the end came first. @throws Busy
 */
export async function startRun(
  parent: OwnedSandbox,
  timeline: Timeline,
  { lab, position, pace, turn }: RunOptions,
): Promise<Run> {
  const run = new Run(parent, lab, position, (report) => timeline.publish({ type: 'lab', run: report }))
  const needsCluster = lab.place === 'server' && lab.needs === 'cluster'
  // Who goes act by act holds a place in that line, and would wait for it.
  if (needsCluster) await endRun(parent.id)
  return new Promise((resolve, reject) => {
    const whole = async () => {
      await open(timeline, run)
      resolve(run)
      const held = needsCluster ? heldByCluster(run, pace) : null
      if (pace === 'all') await run.playAll()
      await held
      if (needsCluster) keepRecording(run)
    }
    const line = needsCluster ? clusterLine() : runs().line
    line.run(turn, whole).catch(reject)
  })
}

async function open(timeline: Timeline, run: Run): Promise<void> {
  const before = takePlace(timeline, run)
  try {
    await before?.close()
    await run.open()
  } catch (error) {
    forget(timeline.sandboxId, run)
    await run.close().catch(() => {})
    throw error
  }
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

/** One act, in its turn. @throws Busy */
export const nextAct = (run: Run, turn: Turn): Promise<void> => runs().line.run(turn, () => run.playAct())

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

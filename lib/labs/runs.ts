/** The runs that there are: one for each sandbox, the newest. A new one lets the rooms of the one before it go. */
import { perProcess } from '../sandbox/per-process'
import { createQueue } from '../sandbox/queue'
import type { OwnedSandbox } from '../sandbox/sandbox'
import type { Timeline } from '../trace/timeline'
import type { Lab, Position } from './lab'
import { Run } from './run'

/** Of all visitors together: each run is some thirty requests. */
const AT_ONCE = 4

const runs = () =>
  perProcess('lab-runs', () => ({ bySandbox: new Map<string, Run>(), queued: createQueue(AT_ONCE) }))

export type Pace = 'all' | 'act'

/** It goes on by itself; each act is published as a `lab` event of the timeline. */
export async function startRun(
  parent: OwnedSandbox,
  timeline: Timeline,
  { lab, position, pace }: { lab: Lab; position: Position; pace: Pace },
): Promise<Run> {
  await endRun(parent.id)
  const run = new Run(parent, lab, position, (report) => timeline.publish({ type: 'lab', run: report }))
  const { bySandbox, queued } = runs()
  bySandbox.set(parent.id, run)
  forgetWith(timeline, run)
  await run.open()
  if (pace === 'all') void queued(() => run.playAll())
  return run
}

export function runOf(sandboxId: string, id: string): Run | null {
  const run = runs().bySandbox.get(sandboxId)
  return run?.id === id ? run : null
}

/** One act, in its turn. */
export const nextAct = (run: Run): Promise<void> => runs().queued(() => run.playAct())

export async function endRun(sandboxId: string): Promise<void> {
  const { bySandbox } = runs()
  const run = bySandbox.get(sandboxId)
  bySandbox.delete(sandboxId)
  await run?.close()
}

/** A sandbox that ends takes its rooms along (sandbox.ts); what is in memory goes with its timeline. */
function forgetWith(timeline: Timeline, run: Run): void {
  const { bySandbox } = runs()
  const end = timeline.subscribe((event) => {
    const isCurrent = bySandbox.get(timeline.sandboxId) === run
    if (event.type !== 'reset' && isCurrent) return
    end()
    run.stop()
    if (isCurrent) bySandbox.delete(timeline.sandboxId)
  })
}

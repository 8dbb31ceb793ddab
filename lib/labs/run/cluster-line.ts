/**
 * The line of runs that have processes of their own: `CLUSTERS` at a time, some 200 MB each, and the others wait for their turn. A place is
 * held until the processes are gone.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { FairLine } from '@/lib/shares/fair-line'
import type { Run } from './run'

/** Milliseconds of one run, about. */
const USUAL = 4000
/**
 * So long it may hold its place, in milliseconds. Who goes act by act thinks between them, and where somebody waits that is ten seconds. A run that
 * goes on by itself takes two to four; on a machine that is busy it may take what it needs: stopped, it would be asked for again.
 */
const AT_MOST = {
  act: { inTurn: 10_000, alone: 60_000 },
  all: { inTurn: 30_000, alone: 60_000 },
}
const LOOK_EVERY = 500

export const clusterLine = (): FairLine =>
  perProcess('cluster-line', () => new FairLine({ atOnce: env.CLUSTERS, usual: USUAL }))

/** Resolves when the run is over and its processes are gone; one that takes too long is stopped. */
export async function heldByCluster(
  run: Run,
  pace: keyof typeof AT_MOST,
  line = clusterLine(),
  at = AT_MOST[pace],
): Promise<void> {
  const began = performance.now()
  const over = new AbortController()
  const ended = run.ended.then(() => over.abort())
  while (!over.signal.aborted) {
    await Promise.race([ended, sleep(LOOK_EVERY, null, { signal: over.signal }).catch(() => {})])
    const took = performance.now() - began
    const isLate = took > at.alone || (took > at.inTurn && line.length > 0)
    if (isLate && !over.signal.aborted) {
      run.stop()
      await ended
    }
  }
}

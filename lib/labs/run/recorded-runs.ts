/**
 * The newest whole run of each position of a lab that has a line: for whoever waits there. Its rooms are gone, or belong to somebody else:
 * kept are what was found, what was sent, and the exchanges without their credentials.
 */
import { perProcess } from '@/lib/process/once'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { Run, RunReport } from './run'

export interface RecordedRun {
  /** ISO 8601: when it was over. */
  at: string
  run: RunReport
}

interface Recording extends RecordedRun {
  /** By lane, oldest first. */
  exchanges: ReadonlyMap<string, readonly Exchange[]>
}

const recordings = () => perProcess('recorded-runs', () => new Map<string, Recording>())

const keyOf = (lab: string, position: string) => `${lab} ${position}`

/** Of one that broke down or was stopped nothing is kept. */
export function keepRecording(run: Run): void {
  if (run.state !== 'done') return
  const report = run.report()
  const exchanges = new Map(
    report.lanes.map((lane) => [lane, run.room(lane)!.timeline.after(0).map(maskExchange)] as const),
  )
  if ([...exchanges.values()].some(({ length }) => length === 0)) return
  recordings().set(keyOf(report.lab, report.position), {
    at: new Date().toISOString(),
    run: { ...report, rooms: {} },
    exchanges,
  })
}

/** null: no run of this position was whole since the server has started. */
export function recordedRun(lab: string, position: string): RecordedRun | null {
  const recording = recordings().get(keyOf(lab, position))
  return recording ? { at: recording.at, run: recording.run } : null
}

/** @param id of the run; null: it is no recorded one, or has no such lane */
export function recordedExchanges(lab: string, id: string, lane: string): readonly Exchange[] | null {
  const recording = [...recordings().values()].find(({ run }) => run.id === id && run.lab === lab)
  return recording?.exchanges.get(lane) ?? null
}

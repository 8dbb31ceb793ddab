'use client'
// The run that this page has asked for, as the server tells of it.
import { create } from 'zustand'
import { useLive } from '@/app/_live/state/store'
import type { RunReport } from '@/lib/labs/run/run'
import type { Pace } from '@/lib/labs/run/runs'
import { keepResult } from './kept'

/** Why a run did not start or go on; `after`: seconds to wait; `ahead`: how many come before, 0 or absent where nobody can say. */
export interface Trouble {
  code: string
  after: number
  ahead?: number
}

interface RunState {
  report: RunReport | null
  pace: Pace
  /** Something was asked for and is not done. */
  busy: boolean
  trouble: Trouble | null
  /** A browser lab waits for a click, since a window was blocked. */
  press: (() => void) | null
  /** Windows of the attacker's site that this run has opened. Each belongs to the visitor: no page can close it. */
  windows: number
  /** Clears away what a browser lab has left in this browser. */
  leave: (() => Promise<void>) | null
}

export const IDLE = { report: null, busy: false, trouble: null, press: null, windows: 0 }

export const useRun = create<RunState>()(() => ({ ...IDLE, pace: 'all', leave: null }))

/** Below `/api/sandbox`. */
export const runsOf = (slug: string) => `/labs/${slug}/runs`

export const isOver = ({ state }: RunReport) => state === 'done' || state === 'stopped' || state === 'failed'

/** Where the server lists the exchanges of one lane of a run; below it each by its id. */
export const exchangesOf = ({ lab, id }: Pick<RunReport, 'lab' | 'id'>, lane: string): string =>
  `/api/sandbox${runsOf(lab)}/${id}/${lane}`

useLive.subscribe(({ labRun }, before) => {
  if (labRun !== null && labRun !== before.labRun) take(labRun)
})

/** News of the run that this page has asked for; of any other it takes none. */
export function take(next: RunReport): void {
  const { report } = useRun.getState()
  if (!report || report.id !== next.id || isOver(report) || actsDone(next) < actsDone(report)) return
  useRun.setState({ report: next })
  const { id, lab, position, findings, state } = next
  if (state === 'done') keepResult(lab, position, { at: new Date().toISOString(), run: id, findings })
}

const actsDone = ({ acts }: RunReport) => Object.values(acts).reduce((sum, done) => sum + done.length, 0)

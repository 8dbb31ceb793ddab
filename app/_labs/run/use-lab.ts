'use client'
// The sandbox, and what this browser has kept of it, are known to the browser only.
import { useEffect } from 'react'
import { useLive } from '@/app/_live/state/store'
import { startLater } from '@/app/_notices/start-later'
import type { LabFinding } from '@/lib/labs/lab'
import type { RunReport } from '@/lib/labs/run/run'
import type { LabSheet } from '../sheet'
import { followOtherTabs, openKept, useKept } from './kept'
import { useRecorded } from './recorded'
import { resumeRun, stopRun } from './run'
import { useRun } from './run-state'

/** Opens the sandbox; the shops' own carts are not read. The run of this lab that was left is found again. */
export function useOpenLabs(sheet: LabSheet | null): void {
  const sandbox = useLive((live) => live.sandbox?.id ?? null)
  useEffect(() => {
    startLater({ lanes: [] })
    const unfollow = followOtherTabs()
    return () => {
      unfollow()
      void stopRun()
      useRun.setState({ report: null, trouble: null })
      useRecorded.setState({ recorded: null })
    }
  }, [])
  useEffect(() => {
    if (sandbox === null) return
    openKept(sandbox)
    if (sheet) void resumeRun(sheet)
  }, [sandbox, sheet])
}

export interface Shown {
  findings: readonly LabFinding[]
  /** The run whose exchanges can still be asked for; null: they are gone. */
  run: RunReport | null
  /** ISO 8601: when it was found, if not just now. */
  at: string | null
  /** It is somebody's run, and not this visitor's. */
  recorded?: true
}

const NONE: Shown = { findings: [], run: null, at: null }

/** What the visitor's own run of this position found: the one at hand, else the last one that was kept. */
export function useShown(slug: string, position: string): Shown {
  const report = useRun((state) => state.report)
  const kept = useKept((notes) => notes.results[slug]?.[position])
  const recorded = useRecorded((state) => state.recorded)
  if (report?.lab === slug && report.position === position)
    return { findings: report.findings, run: report, at: null }
  if (recorded?.run.lab === slug && recorded.run.position === position)
    return { findings: recorded.run.findings, run: recorded.run, at: recorded.at, recorded: true }
  return kept ? { findings: kept.findings, run: null, at: kept.at } : NONE
}

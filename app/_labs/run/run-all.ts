'use client'
// Labs one after the other. The server's limits are kept: who is told to wait waits, and then goes on.
import { create } from 'zustand'
import type { LabSheet } from '../sheet'
import { startRun, stopRun } from './run'
import { useRun } from './run-state'

interface RunAll {
  /** Of how many; 0: none are run one after the other. */
  of: number
  /** Labs that are over. */
  done: number
  /** The one under way. */
  slug: string | null
  /** Ends the waiting, if it waits. */
  wake: (() => void) | null
}

const NONE: RunAll = { of: 0, done: 0, slug: null, wake: null }

export const useRunAll = create<RunAll>()(() => NONE)

/** Not what opens windows of another site: each of them wants a click. */
export const inARow = (sheets: readonly LabSheet[]): LabSheet[] =>
  sheets.filter(({ crossSite }) => !crossSite)

const WAITS = new Set(['too_many', 'busy'])
const MOST_WAITS = 5

/** Counts the rows that were begun or stopped, so that an older one knows that it is over. */
let rows = 0

export async function runAll(sheets: readonly LabSheet[]): Promise<void> {
  rows += 1
  const mine = rows
  const goesOn = () => rows === mine
  useRunAll.setState({ ...NONE, of: sheets.length })
  for (const [done, sheet] of sheets.entries()) {
    useRunAll.setState({ done, slug: sheet.slug })
    const isDone = await runInTurn(sheet, goesOn)
    if (!goesOn()) return
    if (!isDone) break
  }
  useRunAll.setState(NONE)
}

export async function stopAll(): Promise<void> {
  rows += 1
  const { of, wake } = useRunAll.getState()
  if (of === 0) return
  useRunAll.setState(NONE)
  wake?.()
  await stopRun()
}

/** @returns false: it did not come to its end, and the rest would not either */
async function runInTurn(sheet: LabSheet, goesOn: () => boolean): Promise<boolean> {
  for (let waits = 0; goesOn(); waits++) {
    await startRun(sheet, 'default', 'all')
    const { report, trouble } = useRun.getState()
    if (report?.lab === sheet.slug && report.state === 'done') return true
    if (!goesOn() || !trouble || !WAITS.has(trouble.code) || waits === MOST_WAITS) return false
    await waited(Math.max(1, trouble.after))
  }
  return false
}

function waited(seconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, seconds * 1000)
  useRunAll.setState({ wake: resolve })
  return promise.finally(() => {
    clearTimeout(timer)
    useRunAll.setState({ wake: null })
  })
}

'use client'
// On a page that runs labs beside something else: a run that came to nothing is told too.
import { useText } from '@/lib/i18n/client'
import type { LabSheet } from '../sheet'
import { doneIn } from './progress'
import { isOver, useRun } from './run-state'
import { troubleText } from './trouble'

/**
 * Why the newest run did not start, go on or come to its end; null: it did, or is under way.
 * @param sheets of the labs that this page can run
 */
export function useTrouble(sheets: readonly LabSheet[]): string | null {
  const t = useText('labs')
  const { report, busy, trouble } = useRun()
  if (trouble) return troubleText(t, trouble)
  const sheet = sheets.find(({ slug }) => slug === report?.lab)
  if (busy || !sheet || !report || !isOver(report) || report.state === 'done') return null
  return t(`state.${report.state}`, { done: doneIn(report), of: sheet.acts.length })
}

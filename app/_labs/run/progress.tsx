'use client'
// Follows the run: to be looked at, and never announced.
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { type LabSheet, namespaceOf } from '../sheet'
import { isOver, useRun } from './run-state'

/** Acts that every lane has done. */
export function doneIn({ lanes, acts }: RunReport): number {
  return Math.min(...lanes.map((lane) => acts[lane]?.length ?? 0))
}

/** How far it is, and what is done now; nothing where no run is under way. */
export function Progress({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const { report, busy } = useRun()
  if (!busy && (report === null || isOver(report))) return null
  const done = report ? doneIn(report) : 0
  const act = sheet.acts[done]
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="flex gap-0.5">
        {sheet.acts.map((one, index) => (
          <span
            key={one}
            className={cx(
              'h-1.5 flex-1 rounded-1 border',
              index < done ? 'border-ink bg-ink' : 'border-line-strong',
              index === done && busy && 'border-ink bg-mark-2',
            )}
          />
        ))}
      </div>
      <p className="text-12 text-ink-2">
        <span>{t('progress', { done, of: sheet.acts.length })}</span>
        {act && <span>{` ${t('progress-next', { act: own(`act.${act}`) })}`}</span>}
      </p>
    </div>
  )
}

'use client'
import { Icon } from '@/app/_ui/icon'
// Follows the run.
import { useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { type LabSheet, namespaceOf } from '../sheet'
import { useRun } from './run-state'
import { troubleText } from './trouble'

/** The acts, with a tick on each that every lane has done. */
export function Progress({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const { report, busy } = useRun()
  const done = report ? doneIn(report) : 0
  return (
    <>
      <ol className="acts-list" aria-label={t('acts')}>
        {sheet.acts.map((act, index) => (
          <li
            key={act}
            className={index < done ? 'done' : undefined}
            aria-current={busy && index === done ? 'step' : undefined}
          >
            {index < done ? <Icon name="check" /> : <span className="todo" />}
            <span>{own(`act.${act}`)}</span>
            {index < done && <span className="vh">, {t('act-done')}</span>}
          </li>
        ))}
      </ol>
      <Said done={done} of={sheet.acts.length} />
      <LeftOpen />
      {report?.state === 'done' && !busy && (
        <a className="see-verdict" href="#h-verdict">
          {t('verdict.see')}
        </a>
      )}
    </>
  )
}

/** Cross-Origin-Opener-Policy: windows of another site are out of this page's reach. */
function LeftOpen() {
  const t = useText('labs')
  const { windows, busy } = useRun()
  return (
    <p className="said" role="status">
      {windows > 0 && !busy && t('windows', { n: windows })}
    </p>
  )
}

export function doneIn({ lanes, acts }: RunReport): number {
  return Math.min(...lanes.map((lane) => acts[lane]?.length ?? 0))
}

/** One sentence on how it stands, for those who see it and those who hear it. */
function Said({ done, of }: { done: number; of: number }) {
  const t = useText('labs')
  const { report, busy, trouble } = useRun()
  const state = busy ? 'running' : report?.state
  return (
    <p className="said" role="status">
      {trouble ? troubleText(t, trouble) : state && t(`state.${state}`, { done, of })}
    </p>
  )
}

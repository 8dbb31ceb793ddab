'use client'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
// Runs a lab on a page that is not its own.
import { useText } from '@/lib/i18n/client'
import type { LabSheet } from '../sheet'
import { useKept } from './kept'
import { startRun } from './run'
import { useRun } from './run-state'

interface Props {
  sheet: LabSheet
  position: string
  /** To a screen reader the button says which lab. */
  name: string
}

export function RunHere({ sheet, position, name }: Props) {
  const t = useText('labs')
  const open = useOpen()
  const { report, busy } = useRun()
  const hasResult = useKept(({ results }) => results[sheet.slug]?.[position] !== undefined)
  const isMine = report?.lab === sheet.slug && report.position === position
  return (
    <button
      type="button"
      className="btn sm"
      disabled={!open || busy}
      onClick={() => void startRun(sheet, position, 'all')}
    >
      <Icon name="play" />
      <span>{t(busy && isMine ? 'index.running' : hasResult ? 'run.again' : 'index.run')}</span>
      <span className="vh">{`: ${name}`}</span>
    </button>
  )
}

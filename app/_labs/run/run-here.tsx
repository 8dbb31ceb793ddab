'use client'
import { useOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
// Runs a lab on a page that is not its own.
import { useText } from '@/lib/i18n/client'
import type { LabSheet } from '../sheet'
import { useKept } from './kept'
import { startRun } from './run'
import { useRunAll } from './run-all'
import { useRun } from './run-state'

interface Props {
  sheet: LabSheet
  position: string
  /** To a screen reader the button says which lab. */
  name: string
}

/** It keeps the focus while it runs. */
export function RunHere({ sheet, position, name }: Props) {
  const t = useText('labs')
  const open = useOpen()
  const { report, busy } = useRun()
  const inTurn = useRunAll(({ of }) => of > 0)
  const hasResult = useKept(({ results }) => results[sheet.slug]?.[position] !== undefined)
  const isMine = busy && report?.lab === sheet.slug && report.position === position
  return (
    <Button
      off={!isMine && (!open || busy || inTurn)}
      aria-disabled={!open || busy || inTurn || undefined}
      className="aria-disabled:cursor-progress"
      onClick={isMine ? undefined : () => void startRun(sheet, position, 'all')}
    >
      <Icon name="play" className="size-3.5 stroke-[1.5]" />
      <span>
        <span>{t(isMine ? 'index.running' : hasResult ? 'run.again' : 'index.run')}</span>
        <span className="sr-only">{`: ${name}`}</span>
      </span>
    </Button>
  )
}

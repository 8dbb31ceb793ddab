'use client'
// Chooses a position and runs it.
import { useOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { Card } from '../card'
import type { LabSheet } from '../sheet'
import { Choice } from './choice'
import { startRun } from './run'
import { useRun } from './run-state'

interface Props {
  n: number
  sheet: LabSheet
  position: string
  choose(position: string): void
}

/** The dials that change the outcome, turned in the rooms of the run and nowhere else. What a run of each has changed stands in its line. */
export function Positions({ n, sheet, position, choose }: Props) {
  const t = useText('labs')
  const open = useOpen()
  const { busy } = useRun()
  return (
    <Card id="h-dial" n={n} title={t('dial.title')} note={t('dial.rooms-only')} className="mt-6">
      <div role="radiogroup" aria-labelledby="h-dial-name">
        {sheet.positions.map((one) => (
          <Choice key={one.id} sheet={sheet} position={one} chosen={one.id === position} choose={choose} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 print:hidden">
        <Button
          className="aria-disabled:cursor-progress"
          off={!open || busy}
          onClick={() => void startRun(sheet, position, 'all')}
        >
          <Icon name="play" className="size-3.5 stroke-[1.5]" />
          {t('dial.run')}
        </Button>
        <p className="text-12 text-ink-2">{t(busy ? 'run.running' : 'dial.there')}</p>
      </div>
    </Card>
  )
}

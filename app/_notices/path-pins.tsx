'use client' // opens the step and the event that show it
import type { ReactNode } from 'react'
import { chooseEvent, chooseStep } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { useSteps } from '@/app/_live/state/use-lane'
import { useText } from '@/lib/i18n/client'
import { idOfEvent } from '@/lib/reading/timeline/event-id'
import type { SignOutVerdict } from '@/lib/reading/timeline/verdict'
import { pinnedLine, pinnedRow } from '@/lib/reading/told/pins'

/** Of the session lane: the line that refused, and the row that is gone. Each opens where it stands in the panel. */
export function PathPins({ verdict }: { verdict: SignOutVerdict }) {
  const t = useText('told')
  const steps = useSteps()
  const act = useLive((live) => live.desk.at(-1) ?? null)
  const at = steps.findIndex(({ exchanges }) => exchanges.session?.id === verdict.exchangeId)
  const line = at < 0 ? null : pinnedLine(steps[at]!.exchanges.session!)
  const row = act && pinnedRow(act, 'session')
  return (
    <span className="lane-session flex flex-wrap items-center gap-x-3 gap-y-1">
      {(line || row) && (
        <span lang="en" className="font-mono text-lane">
          session
        </span>
      )}
      {line && (
        <Pin open={() => chooseStep(at)}>
          <span lang="en" translate="no" className="font-mono">
            {line}
          </span>
        </Pin>
      )}
      {row && (
        <Pin open={() => chooseEvent(idOfEvent(act))}>
          <s lang="en" translate="no" className="font-mono text-ink-3">
            {row}
          </s>
          <span>{` ${t('path.gone')}`}</span>
        </Pin>
      )}
    </span>
  )
}

function Pin({ open, children }: { open: () => void; children: ReactNode }) {
  const t = useText('told')
  const press = () => {
    open()
    useLive.setState({ view: 'evidence', lane: 'session' })
    document.getElementById('view-tab-evidence')?.focus()
  }
  return (
    <button
      type="button"
      className="min-h-6 border-l-3 border-ink bg-mark-1 px-2 text-left text-12 hover:bg-mark-2 max-tablet:min-h-10"
      onClick={press}
    >
      <span className="sr-only">{`${t('path.pin')} `}</span>
      {children}
    </button>
  )
}

'use client' // says what is the case, and what to do

import { useLive } from '@/app/_live/state/store'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import { PhaseAct } from './phase-act'
import { usePhase } from './phase-words'
import { Trouble } from './trouble'

/** On pages without the line of what just happened (told.tsx), which says the same. Nothing wrong: it takes no room. */
export function PhaseNotice() {
  const t = useText('shop')
  const starting = useLive((live) => live.phase === 'starting')
  const { text } = usePhase()
  return (
    <div className={text === null ? 'sr-only' : 'mx-auto max-w-page px-gutter py-3'}>
      <div
        className={cx(
          'flex items-center gap-3 text-14',
          text !== null && 'rounded-2 border border-ink bg-surface px-3.5 py-2.5',
        )}
      >
        <p role="status" className="mr-auto">
          {text !== null ? <Trouble text={text} /> : <span>{starting && t('phase.starting')}</span>}
        </p>
        <PhaseAct />
      </div>
    </div>
  )
}

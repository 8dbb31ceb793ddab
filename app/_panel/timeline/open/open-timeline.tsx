'use client'
// A table, or where there is no width for one, a list.
import { useLive } from '@/app/_live/state/store'
import { useMedia } from '@/app/_ui/use-narrow'
import { useText } from '@/lib/i18n/client'
import { ExchangeMark } from '../exchange-mark'
import { TimelineFilter } from '../filter-menu'
import { TakeAway } from '../take-away'
import type { TimelineView } from '../view'
import { StepList } from './step-list'
import { StepTable } from './step-table'

export function OpenTimeline({ view }: { view: TimelineView }) {
  const narrow = useMedia(NARROW)
  return (
    <div className="pb-2">
      <Tools view={view} />
      {narrow ? <StepList view={view} /> : <StepTable view={view} />}
    </div>
  )
}

function Tools({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const words = useText('timeline')
  const dropped = useLive((live) => live.dropped)
  const { count, lanes } = view
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-1 text-12 text-ink-3 print:hidden">
      <span className="contents max-tablet:hidden">
        {(['read', 'wrote', 'refused'] as const).map((kind) => (
          <span key={kind} className="flex items-center">
            <ExchangeMark kind={kind} className="text-ink-2" />
            <span>{t(`timeline.${kind}`)}</span>
          </span>
        ))}
      </span>
      {dropped > 0 && <span>{t('timeline.letGo', { count: dropped })}</span>}
      <span className="ml-auto">{words(count.shown === count.of ? 'filter.all' : 'filter.some', count)}</span>
      <TimelineFilter lanes={lanes} />
      <span className="contents narrow:hidden">
        <TakeAway lanes={lanes} />
      </span>
    </div>
  )
}

/** Below the breakpoint `narrow` (theme.css). */
const NARROW = '(width < 30rem)'

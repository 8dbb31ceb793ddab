'use client'
import { useRef } from 'react'
import { later } from '@/app/_ui/later'
// The strip itself comes when the page is in use: it is long, and nobody scrubs before there is anything.
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useFootroom } from './footroom'
import '@/app/styles/timeline.css'

const TimelineStrip = later(
  () => import('./strip').then((file) => file.TimelineStrip),
  () => <p className="h-10.25" />,
)

/**
 * All exchanges of the sandbox: one line that is a map of them, and opened a row for each lane and device. `lanes`: only
 * theirs; the steps stay the same. At the lower edge of a window that has the height for it.
 */
export function Timeline({ lanes = STRATEGIES }: { lanes?: readonly StrategyName[] }) {
  const t = useText('inspector')
  const section = useRef<HTMLElement>(null)
  useFootroom(section)
  return (
    <section
      ref={section}
      id="timeline"
      tabIndex={-1}
      aria-labelledby="h-timeline"
      className="relative z-4 border-t border-line-strong bg-surface tall:sticky tall:bottom-0 noscript:hidden print:static print:border-0"
    >
      <div className="mx-auto max-w-page px-gutter">
        <h2 id="h-timeline" className="sr-only">
          {t('timeline.title')}
        </h2>
        <TimelineStrip lanes={lanes} />
      </div>
    </section>
  )
}

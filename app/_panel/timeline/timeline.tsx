'use client'
import { useLive } from '@/app/_live/state/store'
import { later } from '@/app/_ui/later'
// The strip itself comes when the page is in use: it is long, and nobody scrubs before there is anything.
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import '@/app/styles/inspector.css'

const TimelineStrip = later(
  () => import('./strip').then((file) => file.TimelineStrip),
  () => <p className="bar" />,
)

/** All exchanges of the sandbox, one row for each lane and device. `lanes`: only these rows; the steps stay the same. */
export function Timeline({ lanes = STRATEGIES }: { lanes?: readonly StrategyName[] }) {
  const t = useText('inspector')
  const chosen = useLive((live) => live.lane)
  return (
    <section className="tl" data-lane={chosen} aria-label={t('timeline.title')}>
      <div className="wrap">
        <TimelineStrip lanes={lanes} />
      </div>
    </section>
  )
}

'use client' // on a phone one lane shows at a time; each tab carries its result

import { useLive } from '@/app/_live/state/store'
import { cx } from '@/app/_ui/cx'
import { Status } from '@/app/_ui/status'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useLaneNow } from '../use-result'

export function LaneTabs() {
  const t = useText('compare')
  const lane = useLive((live) => live.lane)
  const tabs = STRATEGIES.map((name) => ({
    id: name,
    className: cx(
      `lane-${name}`,
      'flex min-h-11 flex-wrap items-center justify-center gap-x-1.5 gap-y-1 border-b-2 py-1 font-mono text-14 font-semibold text-lane -outline-offset-2',
      name === lane ? 'border-lane bg-surface forced-colors:border-[Highlight]' : 'border-transparent',
    ),
    label: <LaneTab strategy={name} />,
  }))
  return (
    <Tabs
      tabs={tabs}
      chosen={lane}
      choose={(name) => useLive.setState({ lane: name })}
      label={t('lanes-label')}
      className="hidden grid-cols-3 border-b border-line bg-paper max-tablet:grid tall:sticky tall:top-0 tall:z-4 print:hidden noscript:hidden"
      name="lane"
    />
  )
}

function LaneTab({ strategy }: { strategy: StrategyName }) {
  const { status } = useLaneNow(strategy).result
  return (
    <>
      <span lang="en">{strategy}</span>
      <span className="text-ink">
        <Status status={status ?? undefined} />
      </span>
    </>
  )
}

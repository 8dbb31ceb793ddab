'use client' // on a phone one lane shows at a time; each tab carries its result

import { useLive } from '@/app/_live/state/store'
import { useShown } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export function LaneTabs() {
  const t = useText('compare')
  const lane = useLive((live) => live.lane)
  const tabs = STRATEGIES.map((name) => ({ id: name, className: name, label: <LaneTab strategy={name} /> }))
  return (
    <Tabs
      tabs={tabs}
      chosen={lane}
      choose={(name) => useLive.setState({ lane: name })}
      label={t('lanes-label')}
      className="ltabs"
      name="lane"
    />
  )
}

function LaneTab({ strategy }: { strategy: StrategyName }) {
  const status = useShown(strategy)?.response?.status
  const refused = status !== undefined && status >= 400
  return (
    <>
      <span className="mono">{strategy}</span>
      <span className={refused ? 'status no' : 'status'}>
        {status !== undefined && <Icon name={refused ? 'cross' : 'check'} />}
        <span>{status ?? '–'}</span>
      </span>
    </>
  )
}

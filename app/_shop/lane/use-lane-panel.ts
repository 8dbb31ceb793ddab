import { useFlight } from '@/app/_live/requests/use-flight'
import { useLive } from '@/app/_live/state/store'
import { useChosen } from '@/app/_live/state/use-lane'
import { useNarrow } from '@/app/_ui/use-narrow'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useLaneNow } from '../use-result'

/** What one lane is about now, and what the element around it is: a message travels through it; on a phone it is the panel of its tab. */
export function useLanePanel(strategy: StrategyName) {
  const now = useLaneNow(strategy)
  const { live } = useChosen()
  const ref = useFlight(now.exchange, live)
  const chosen = useLive((state) => state.lane === strategy)
  const inTabs = useNarrow()
  const panel = {
    ref,
    id: `lane-panel-${strategy}`,
    role: inTabs ? 'tabpanel' : undefined,
    'aria-labelledby': inTabs ? `lane-tab-${strategy}` : `lane-${strategy}`,
  }
  return { ...now, panel, hidden: !chosen && 'max-tablet:hidden' }
}

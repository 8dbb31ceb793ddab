'use client' // says for how long, while the page waits
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

/** While a password cannot be checked, since too many others are: the page asks again by itself. Said by the line of what just happened. */
export function InLine({ strategy }: { strategy: StrategyName }) {
  const t = useText('shop')
  const wait = useLive((live) => live.shops[strategy][live.device].last?.wait)
  if (wait === undefined) return null
  return <p className="text-13 text-ink-2">{t('in-line', wait)}</p>
}

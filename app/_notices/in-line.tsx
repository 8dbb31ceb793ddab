'use client' // says for how long, while the page waits
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

/** While a password cannot be checked, since too many others are: the page asks again by itself. */
export function InLine({ strategy }: { strategy: StrategyName }) {
  const t = useText('shop')
  const wait = useLive((live) => live.shops[strategy][live.device].last?.wait)
  return (
    <p role="status" className="text-13 text-ink-2">
      {wait !== undefined && t('in-line', { n: wait })}
    </p>
  )
}

'use client' // drawn anew with every exchange, and once a second while the stopwatch runs

import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { BoundLine } from './bound-line'
import { ResultHeading } from './result'
import { useLaneNow } from './use-result'

/** On the page of one lane: the verdict, what was done, and by when a forced sign-out bites. */
export function ResultRow({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const { result, exchange, bound } = useLaneNow(strategy)
  const none = useNoneText()
  const said = useText(result.catalogue)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <ResultHeading strategy={strategy} result={result} />
      <div className="min-w-0 flex-1 text-13 text-ink-2">
        <p>
          <b className="text-14 text-ink">{t(`result.${result.title}`)}</b>
          <span>{` ${result.kind === 'none' ? none : said(`result.${result.text}`, result.values)}`}</span>
          {result.title === 'in' && exchange && <span>{` ${who(t, exchange)}`}</span>}
        </p>
        <BoundLine bound={bound} />
      </div>
    </div>
  )
}

/** Why there is nothing to see here yet. */
function useNoneText(): string {
  const t = useText('compare')
  const shop = useText('shop')
  const device = useLive((live) => live.device)
  const anything = useLive((live) => live.exchanges.length > 0)
  const starting = useLive((live) => live.phase === 'starting')
  if (starting) return shop('phase.starting')
  return anything ? t('result.none-device', { device: shop(`device.${device}`) }) : t('result.none-text')
}

function who(t: ReturnType<typeof useText>, { credential, action }: Exchange): string {
  if (action === 'sign-in' || action === 'sign-out') return ''
  return credential.email ? t('result.who', { email: credential.email }) : t('result.who-guest')
}

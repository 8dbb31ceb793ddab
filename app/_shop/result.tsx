'use client' // drawn anew with every exchange, and once a second while the stopwatch runs

import { useLive } from '@/app/_live/state/store'
import { Status } from '@/app/_ui/status'
import { useText } from '@/lib/i18n/client'
import type { LaneResult } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { BoundLine } from './bound-line'
import { resultId } from './result-place'
import { useLaneNow } from './use-result'

/** The verdict as a heading: shape, sign, number, and the word for those who hear it. */
export function ResultHeading({ strategy, result }: { strategy: StrategyName; result: LaneResult }) {
  const t = useText('compare')
  const { status, title } = result
  return (
    <h3 id={resultId(strategy)} tabIndex={-1} className="lands ml-auto flex-none rounded-1 font-normal">
      <span className="sr-only">{t('result.status')}</span>
      <Status status={status ?? undefined} large />
      <span className="sr-only">{`${t(`result.${title}`)}.`}</span>
    </h3>
  )
}

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

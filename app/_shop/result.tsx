'use client' // drawn anew with every exchange, and once a second while the stopwatch runs

import { useLive } from '@/app/_live/state/store'
import { useShown, useShownDevice, useVerdict } from '@/app/_live/state/use-lane'
import { useLocale, useText } from '@/lib/i18n/client'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import { resultOf } from '@/lib/reading/timeline/result-of'
import { isAfter } from '@/lib/reading/timeline/steps-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Ring } from './ring'

export function useResult(strategy: StrategyName) {
  const exchange = useShown(strategy)
  const locale = useLocale()
  const { verdict, act } = useVerdict(strategy)
  const exchanges = useLive((live) => live.exchanges)
  const device = useShownDevice()
  const renewalRefused =
    act !== null && exchanges.some((each) => isRefusedRenewal(each, act) && each.device === device)
  return { result: resultOf({ exchange, verdict, act, renewalRefused, locale }), verdict, exchange }
}

function isRefusedRenewal(exchange: Exchange, act: DeskAct): boolean {
  return exchange.action === 'refresh' && isAfter(exchange, act) && exchange.response?.status === 401
}

export function ResultRow({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const { result, verdict, exchange } = useResult(strategy)
  const none = useNoneText()
  const said = useText(result.catalogue)
  return (
    <div className="result">
      <div className={`num ${result.kind}`}>{result.status ?? '–'}</div>
      <div className="say">
        <h3>{t(`result.${result.title}`)}</h3>
        <p>
          <span>{result.kind === 'none' ? none : said(`result.${result.text}`, result.values)}</span>
          {result.title === 'in' && exchange && <span>{` ${who(t, exchange)}`}</span>}
        </p>
      </div>
      <Ring verdict={verdict} />
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

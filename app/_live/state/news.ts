/** One sentence for what has happened since the last one was said. Pure. */
import type { Text } from '@/lib/i18n/client'
import { rowOf } from '@/lib/shop/operations'
import { type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

/** As many are told one by one; of more, only how they ended. */
const MOST = 4

/** The catalogues `timeline` and `shop`: what was asked is said in the words of the shop. */
export interface NewsWords {
  t: Text
  shop: Text
}

/** `here`: the device in hand goes without saying. */
export function newsOf(words: NewsWords, exchanges: readonly Exchange[], here: Device): string {
  const each = (some: readonly Exchange[]) => some.map((exchange) => sentenceOf(words, exchange, here))
  const byLane = STRATEGIES.flatMap((name) => exchanges.filter(({ strategy }) => strategy === name))
  if (byLane.length <= MOST) return each(byLane).join('. ')
  // The reads that follow an act, or open a page, do not drown it.
  const acts = byLane.filter((exchange) => !isPlainRead(exchange))
  if (acts.length > 0 && acts.length <= MOST)
    return [...each(acts), words.t('news.reads', { n: byLane.length - acts.length })].join('. ')
  return STRATEGIES.map((name) => countsOf(words.t, name, byLane))
    .filter(Boolean)
    .join('. ')
}

const isPlainRead = (exchange: Exchange) =>
  rowOf(exchange.action)?.method === 'GET' && resultOf(exchange) === 'letIn'

/** "session: 3 let in, 1 refused"; empty for a lane without requests */
function countsOf(t: Text, lane: StrategyName, exchanges: readonly Exchange[]): string {
  const results = exchanges.filter(({ strategy }) => strategy === lane).map(resultOf)
  const counts = RESULTS.map((result) => ({ result, n: results.filter((one) => one === result).length }))
    .filter(({ n }) => n > 0)
    .map(({ result, n }) => t(`news.count.${result}`, { n }))
  return counts.length > 0 ? `${lane}: ${counts.join(', ')}` : ''
}

/** "jwt: let in, 200, add to the cart" */
function sentenceOf({ t, shop }: NewsWords, exchange: Exchange, here: Device): string {
  const { strategy, device, action, response } = exchange
  const who = device === here ? strategy : t('news.on', { lane: strategy, device: t(`act.device.${device}`) })
  return t(`news.${resultOf(exchange)}`, {
    who,
    status: String(response?.status ?? ''),
    act: shop(`news.act.${action.replace('.', '-')}`),
  })
}

const RESULTS = ['letIn', 'refused', 'failed'] as const

function resultOf({ response }: Exchange): (typeof RESULTS)[number] {
  if (!response || response.status >= 500) return 'failed'
  return response.status >= 400 ? 'refused' : 'letIn'
}

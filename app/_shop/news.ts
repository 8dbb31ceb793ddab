/** One sentence for what has happened since the last one was said. Pure. */
import type { Text } from '@/lib/i18n/client'
import type { Device } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/exchange'

/** As many are told one by one; of more, only how they ended. */
const MOST = 3

/** `t`: catalogue `timeline`. `here`: the device in hand goes without saying. */
export function newsOf(t: Text, exchanges: readonly Exchange[], here: Device): string {
  if (exchanges.length <= MOST) return exchanges.map((exchange) => sentenceOf(t, exchange, here)).join('. ')
  const refused = exchanges.filter((exchange) => resultOf(exchange) === 'refused').length
  const failed = exchanges.filter((exchange) => resultOf(exchange) === 'failed').length
  return t('news.many', {
    n: exchanges.length,
    letIn: exchanges.length - refused - failed,
    refused,
    failed,
  })
}

/** "jwt: let in, 200, add to the cart" */
function sentenceOf(t: Text, exchange: Exchange, here: Device): string {
  const { strategy, device, action, response } = exchange
  const who = device === here ? strategy : t('news.on', { lane: strategy, device: t(`act.device.${device}`) })
  return t(`news.${resultOf(exchange)}`, {
    who,
    status: String(response?.status ?? ''),
    act: t(`news.act.${action.replace('.', '-')}`),
  })
}

function resultOf({ response }: Exchange): 'letIn' | 'refused' | 'failed' {
  if (!response || response.status >= 500) return 'failed'
  return response.status >= 400 ? 'refused' : 'letIn'
}

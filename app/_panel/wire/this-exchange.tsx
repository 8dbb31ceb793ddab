'use client'
// Facts of one exchange, beside its heads.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, millis } from '@/lib/reading/format'
import { isClockTurned } from '@/lib/reading/timeline/clock-turned'
import { addedBytes } from '@/lib/reading/wire/added-bytes'
import { isProxied } from '@/lib/reading/wire/proxied'
import type { Exchange } from '@/lib/trace/model/exchange'
import { useAddedSoFar } from './around'

export function ThisExchange({ exchange }: { exchange: Exchange }) {
  const t = useText('inspector')
  const locale = useLocale()
  const { connection, request, response, credential, cost } = exchange
  const added = addedBytes(exchange)
  const soFar = useAddedSoFar(exchange)
  const facts = {
    speaksFor: t(`credential.${credential.status}`, { who: credential.email ?? t('credential.guest') }),
    ...(credential.reason && { reason: t(`reason.${credential.reason}`) }),
    ...(exchange.problem && { problem: exchange.problem }),
    connection: t(`exchange.${connectionWord(exchange)}`, connection),
    received: t('exchange.bytes', { bytes: request.headBytes + request.bodyBytes }),
    sent: response ? t('exchange.bytes', { bytes: response.headBytes + response.bodyBytes }) : '–',
    share: t('exchange.shareOf', { share: added.request, of: request.headBytes }),
    ...(added.foreign > 0 && {
      foreign: t('exchange.foreignOf', { bytes: added.foreign, names: foreignNames(exchange) }),
    }),
    given: t(added.body > 0 ? 'exchange.givenBody' : 'exchange.bytes', {
      bytes: added.response,
      body: added.body,
    }),
    soFar: t(soFar.whole ? 'exchange.sum' : 'exchange.sumOfShown', soFar.sum),
    took: millis(cost.micros, locale),
    clock: clockTime(exchange.sandboxAt, locale),
    ...(isClockTurned(exchange) && { serverClock: clockTime(exchange.at, locale) }),
  }
  return (
    <aside className="margin">
      <h3>{t('exchange.title')}</h3>
      <dl>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`exchange.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="dotkey">
        <span className="kd" />
        {t('exchange.key')}
      </p>
    </aside>
  )
}

const MOST_NAMED = 5

/** Cookies that other programs on this host have set. */
function foreignNames(exchange: Exchange): string {
  const foreign = (exchange.carried ?? []).filter((one) => one.foreign)
  const names = [...new Set(foreign.map(({ name }) => name))]
  // Some are not told: a guest may have made them up.
  const isMore = names.length === 0 || names.length > MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(isMore ? ['…'] : [])].join(', ')
}

function connectionWord(exchange: Exchange): 'proxied' | 'reused' | 'opened' {
  if (isProxied(exchange)) return 'proxied'
  return exchange.connection.nth > 1 ? 'reused' : 'opened'
}

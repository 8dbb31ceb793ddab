'use client'
// Facts of one exchange, beside its heads.
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, millis } from '@/lib/reading/format'
import { isClockTurned } from '@/lib/reading/timeline/clock-turned'
import { addedBytes } from '@/lib/reading/wire/added-bytes'
import { isProxied } from '@/lib/reading/wire/proxied'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Eye } from '../exposed/eye'
import { useAddedSoFar } from './around'

export function ThisExchange({ exchange }: { exchange: Exchange }) {
  const t = useText('inspector')
  const facts = useFacts(exchange)
  return (
    <aside className="px-4 py-3.5 text-13 text-ink-2 @max-[62rem]:border-t @max-[62rem]:border-line">
      <h3 className="mb-2 font-semibold text-ink">{t('exchange.title')}</h3>
      <dl className="@max-[62rem]:columns-[18rem] @max-[62rem]:gap-8">
        {Object.entries(facts).map(([name, value]) => (
          <div key={name} className="flex break-inside-avoid justify-between gap-3.5 py-0.5">
            <dt className="max-w-1/2 flex-none text-ink-3">{t(`exchange.${name}`)}</dt>
            <dd className="text-right wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3.5 border-t border-line pt-2.5 text-12 max-tablet:hidden">
        <Eye sight="all" className="mr-1.5 size-3.5 align-[-0.1875rem]" />
        <span>{t('exchange.key')}</span>
      </p>
    </aside>
  )
}

function useFacts(exchange: Exchange): Record<string, ReactNode> {
  const t = useText('inspector')
  const locale = useLocale()
  const { request, response, credential, cost } = exchange
  const added = addedBytes(exchange)
  const soFar = useAddedSoFar(exchange)
  return {
    ...(exchange.answeredBy === undefined && {
      speaksFor: t(`credential.${credential.status}`, { who: credential.email ?? t('credential.guest') }),
    }),
    ...(credential.reason && { reason: t(`reason.${credential.reason}`) }),
    ...(exchange.problem && { problem: <Problem code={exchange.problem} /> }),
    connection: t(`exchange.${connectionWord(exchange)}`, exchange.connection),
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
}

/** What the answer's code means, and the code. */
function Problem({ code }: { code: string }) {
  const t = useText('compare')
  const key = `result.problem.${code}`
  return (
    <>
      <span>{`${t(t.has(key) ? key : 'result.problem.other')} `}</span>
      <code lang="en" translate="no">
        {code}
      </code>
    </>
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

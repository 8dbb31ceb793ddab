'use client'
// What came of it, and where the panel has the exchange.
import Link from 'next/link'
import { linkTo } from '@/app/_live/connection/links'
import { useSteps } from '@/app/_live/state/use-lane'
import { Steps } from '@/app/_panel/steps/steps'
import { Status } from '@/app/_ui/status'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { BenchAnswer, SendResult } from './send'

const BOX = 'grid gap-2.5 rounded-2 border-2 border-ink p-3'

export function Answer({ result }: { result: SendResult }) {
  const t = useText('bench')
  if (result.ok) return <Told sent={result.sent} />
  const key = t.has(`answer.not-sent.${result.code}`) ? result.code : 'other'
  return (
    <p className={BOX} role="status">
      {t(`answer.not-sent.${key}`, { code: result.code })}
    </p>
  )
}

function Told({ sent: { status, body, exchange } }: { sent: BenchAnswer }) {
  const t = useText('bench')
  const inspector = useText('inspector')
  const refused = status >= 400
  const reason = exchange?.credential.reason
  return (
    <section className={BOX} aria-label={t('answer.title')}>
      <p role="status">
        <Status status={status} reason={exchange?.response?.reason} />
        <span> </span>
        <b>{t(refused ? 'answer.refused' : 'answer.let-in')}</b>
        {reason && <span>{` ${t('answer.because', { reason: inspector(`reason.${reason}`) })}`}</span>}
      </p>
      <pre
        lang="en"
        className="max-h-50 overflow-auto bg-sunk px-2.5 py-2 font-mono text-wire leading-wire wrap-anywhere whitespace-pre-wrap"
      >
        {body}
      </pre>
      {exchange && (
        <>
          <h3 className="text-14">{t('answer.steps')}</h3>
          <Steps exchange={exchange} />
          <ToPanel exchange={exchange} />
        </>
      )}
    </section>
  )
}

/** The step of the timeline, once the event stream has told of it. */
function ToPanel({ exchange }: { exchange: Exchange }) {
  const t = useText('bench')
  const locale = useLocale()
  const { strategy, id } = exchange
  const index = useSteps().findIndex((step) => step.exchanges[strategy]?.id === id)
  if (index < 0) return null
  const href = localePath(locale, linkTo(strategy, { device: 'laptop', view: 'evidence', cursor: index }))
  return (
    <Link href={href} prefetch={false}>
      {t('answer.panel', { n: index + 1, lane: strategy })}
    </Link>
  )
}

'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { useLocale, useText } from '@/lib/i18n/client'
import type { Step } from '@/lib/trace/exchange'
import { factText } from './facts'
import { millis } from './figures'
import type { ExchangeProps } from './panel-types'

/** What the server did, in order: one entry for each call through a watched port. */
export function Steps({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const { steps, cost } = exchange
  if (steps.length === 0) return <p className="empty-note">{t('steps.none')}</p>
  return (
    <div className="stepsbox">
      <ol className="steps">
        {steps.map((step, index) => (
          <StepRow key={index} step={step} number={index + 1} />
        ))}
      </ol>
      <p className="steps-sum">{t('steps.sum', { reads: cost.reads, writes: cost.writes })}</p>
    </div>
  )
}

function StepRow({ step, number }: { step: Step; number: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const { port, operation, source, reads, writes, ok } = step
  const key = `step.${port}.${operation}`
  const facts = Object.entries(step.facts).flatMap(([name, value]) => factText(t, name, value) ?? [])
  return (
    <li className={ok ? undefined : 'not'}>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <span>
        {t.has(key) ? t(key) : `${port}.${operation}`}
        {reads > 0 && <span className="rw">{t('steps.reads', { count: reads })}</span>}
        {writes > 0 && <span className="rw w">{t('steps.writes', { count: writes })}</span>}
        {!ok && (
          <b className="sub no">
            {t.has(`stepNot.${port}.${operation}`) ? t(`stepNot.${port}.${operation}`) : t('steps.not')}
          </b>
        )}
        {facts.length > 0 && <span className="sub">{facts.join(', ')}</span>}
        <code className="sub src" lang="en">
          {source.symbol}, {source.file}
        </code>
      </span>
      <span className="ms">{millis(step.micros, locale)}</span>
    </li>
  )
}

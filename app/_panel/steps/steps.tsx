'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { type ReactNode, useId, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { Mark } from '@/app/_ui/mark'
import { useLocale, useText } from '@/lib/i18n/client'
import { millis } from '@/lib/reading/format'
import { reasonStep, refuses } from '@/lib/reading/timeline/step-mark'
import type { Exchange, PortCall } from '@/lib/trace/model/exchange'
import type { ExchangeProps } from '../panel-types'
import { factText } from './facts'
import type { StepProps } from './step-source'
import '@/app/styles/source.css'

const FOOT = 'px-3 pt-2 pb-3 text-12 text-ink-3'

/** What the server did, in order: one entry for each call through a watched port. */
export function Steps({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const { steps, cost } = exchange
  const told = reasonStep(exchange)
  if (steps.length === 0) return <p className={FOOT}>{t('steps.none')}</p>
  return (
    <div>
      <ol key={exchange.id}>
        {steps.map((step, index) => (
          <StepRow key={index} step={step} number={index + 1} exchange={exchange.id}>
            {index === told && <Reason of={exchange.credential} />}
          </StepRow>
        ))}
      </ol>
      <p className={`${FOOT} border-t border-line`}>
        {t('steps.sum', { reads: cost.reads, writes: cost.writes })}
      </p>
    </div>
  )
}

/** Why the credential was refused although this step found it. */
function Reason({ of: { status, reason } }: { of: Exchange['credential'] }) {
  const t = useText('inspector')
  return <Refused text={t(reason ? `reason.${reason}` : `credential.${status}`)} />
}

/** The same operation of a port may be done by other code, as a dial says. */
const makerOf = ({ source }: PortCall) => source.symbol.split('.', 1)[0]!

function StepRow({ step, number, exchange, children }: StepProps & { children: ReactNode }) {
  const t = useText('inspector')
  const locale = useLocale()
  const { port, operation, reads, writes } = step
  const key = `step.${port}.${operation}`
  const { first, ...told } = step.facts
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-line px-3 py-1.5 text-13 not-first:border-t">
      <span className="text-12 text-ink-3" aria-hidden="true">
        {number}
      </span>
      <div className="min-w-0">
        <span>{t.has(key) ? t(key, { by: makerOf(step) }) : `${port}.${operation}`}</span>
        {reads > 0 && <Statements text={t('steps.reads', { count: reads })} />}
        {writes > 0 && <Statements writes text={t('steps.writes', { count: writes })} />}
        <NotOk step={step} />
        {children}
        <Facts of={told} />
        {first === true && <span className="block text-12 text-ink-2">{t('fact.first.yes')}</span>}
      </div>
      <span className="font-mono text-12 whitespace-nowrap text-ink-2">{millis(step.micros, locale)}</span>
      <Opener step={step} number={number} exchange={exchange} />
    </li>
  )
}

/** What is no word of a language, "HttpOnly" or a cookie's name, is said as it is written. */
const LITERAL = /^[\x20-\x7e]+$/

function Facts({ of }: { of: PortCall['facts'] }) {
  const t = useText('inspector')
  const facts = Object.entries(of).flatMap(([name, value]) => factText(t, name, value) ?? [])
  if (facts.length === 0) return null
  return (
    <ul className="flex flex-wrap text-12 text-ink-3">
      {facts.map((fact) => (
        <li key={fact} className="not-last:after:whitespace-pre not-last:after:content-[',_']">
          <span lang={LITERAL.test(fact) ? 'en' : undefined}>{fact}</span>
        </li>
      ))}
    </ul>
  )
}

/** As many statements of the database; who writes is filled. */
function Statements({ text, writes = false }: { text: string; writes?: boolean }) {
  return (
    <span
      className={cx(
        'ml-1.5 inline-block rounded-1 border px-1 text-12 leading-ui font-semibold whitespace-nowrap',
        writes
          ? 'border-ink-2 bg-ink-2 text-surface forced-colors:border-2'
          : 'border-line-strong text-ink-2',
      )}
    >
      {text}
    </span>
  )
}

/** Only a refusal has the solid block; not found is as it goes. */
function NotOk({ step }: { step: PortCall }) {
  const t = useText('inspector')
  if (step.ok) return null
  const key = `stepNot.${step.port}.${step.operation}`
  const text = t(t.has(key) ? key : 'steps.not')
  if (refuses(step)) return <Refused text={text} />
  return (
    <span className="flex items-baseline gap-1.5 text-12 text-ink">
      <Icon name="minus" className="size-3 self-center stroke-2 text-ink-3" />
      <span>{text}</span>
    </span>
  )
}

function Refused({ text }: { text: string }) {
  return (
    <b className="flex gap-1.5 text-12 font-semibold text-ink">
      <Mark of="refused" className="mt-0.5 size-3.5" />
      <span>{text}</span>
    </b>
  )
}

/** What it opens comes with the first one that is opened. */
const StepSource = later<StepProps>(() => import('./step-source').then((file) => file.StepSource))

function Opener(props: StepProps) {
  const t = useText('inspector')
  const id = useId()
  const [open, setOpen] = useState(false)
  const { symbol, file } = props.step.source
  const fileName = file.slice(file.lastIndexOf('/') + 1)
  return (
    <div className="col-[2/-1] min-w-0">
      <button
        type="button"
        className="min-h-6 rounded-1 py-0.5 text-left text-12 wrap-anywhere text-ink-3 underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink aria-expanded:text-ink aria-expanded:decoration-solid max-tablet:min-h-10"
        lang="en"
        translate="no"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('source.open', { n: props.number, symbol: `${symbol} ${fileName}` })}
        onClick={() => setOpen(!open)}
      >
        <code>{symbol}</code> <span>{fileName}</span>
      </button>
      <div id={id}>{open && <StepSource {...props} />}</div>
    </div>
  )
}

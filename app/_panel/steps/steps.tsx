'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { type ReactNode, useId, useState } from 'react'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { millis } from '@/lib/reading/format'
import { reasonStep, refuses } from '@/lib/reading/timeline/step-mark'
import type { Exchange, PortCall } from '@/lib/trace/model/exchange'
import type { ExchangeProps } from '../panel-types'
import { factText } from './facts'
import type { StepProps } from './step-source'
import '@/app/styles/source.css'

/** What the server did, in order: one entry for each call through a watched port. */
export function Steps({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const { steps, cost } = exchange
  const told = reasonStep(exchange)
  if (steps.length === 0) return <p className="empty-note">{t('steps.none')}</p>
  return (
    <div className="stepsbox">
      <ol className="steps" key={exchange.id}>
        {steps.map((step, index) => (
          <StepRow key={index} step={step} number={index + 1} exchange={exchange.id}>
            {index === told && <Reason of={exchange.credential} />}
          </StepRow>
        ))}
      </ol>
      <p className="steps-sum">{t('steps.sum', { reads: cost.reads, writes: cost.writes })}</p>
    </div>
  )
}

/** Why the credential was refused although this step found it. */
function Reason({ of: { status, reason } }: { of: Exchange['credential'] }) {
  const t = useText('inspector')
  return <b className="sub no">{t(reason ? `reason.${reason}` : `credential.${status}`)}</b>
}

/** The same operation of a port may be done by other code, as a dial says. */
const makerOf = ({ source }: PortCall) => source.symbol.split('.', 1)[0]!

function StepRow({ step, number, exchange, children }: StepProps & { children: ReactNode }) {
  const t = useText('inspector')
  const locale = useLocale()
  const { port, operation, reads, writes, ok } = step
  const key = `step.${port}.${operation}`
  const facts = Object.entries(step.facts).flatMap(([name, value]) => factText(t, name, value) ?? [])
  return (
    <li className={ok ? undefined : 'not'}>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <span>
        <span>{t.has(key) ? t(key, { by: makerOf(step) }) : `${port}.${operation}`}</span>
        {reads > 0 && <span className="rw">{t('steps.reads', { count: reads })}</span>}
        {writes > 0 && <span className="rw w">{t('steps.writes', { count: writes })}</span>}
        {!ok && (
          <b className={refuses(step) ? 'sub no' : 'sub no absent'}>
            {t.has(`stepNot.${port}.${operation}`) ? t(`stepNot.${port}.${operation}`) : t('steps.not')}
          </b>
        )}
        {children}
        {facts.length > 0 && <span className="sub">{facts.join(', ')}</span>}
      </span>
      <span className="ms">{millis(step.micros, locale)}</span>
      <Opener step={step} number={number} exchange={exchange} />
    </li>
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
    <div className="srcbox">
      <button
        type="button"
        className="src"
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

'use client'
// Fetched when it is asked for: lists and events go without it.
import { useState } from 'react'
import { control } from '@/app/_live/requests/control'
import type { FetchFailure } from '@/app/_live/requests/fetch-whole'
import { Button } from '@/app/_ui/button'
import { type Text, useText } from '@/lib/i18n/client'
import type { Statement, StatementValue } from '@/lib/trace/model/exchange'

interface Props {
  /** The id of the exchange. */
  exchange: string
  /** Of the step, from 1. */
  number: number
}

/** The statements of a step as they reached the database driver. */
export function StepSql({ exchange, number }: Props) {
  const t = useText('inspector')
  const [steps, setSteps] = useState<Statement[][] | 'closed' | FetchFailure>('closed')
  const load = async () => {
    const path = `/exchanges/${encodeURIComponent(exchange)}/statements`
    const { body, code } = await control<{ steps: Statement[][] }>('GET', path)
    setSteps(body?.steps ?? (code === 'not_found' ? 'gone' : 'not-now'))
  }
  const open = steps !== 'closed'
  const statements = Array.isArray(steps) ? (steps[number - 1] ?? []) : []
  return (
    <div className="grid justify-items-start gap-1.5">
      <Button size="sm" aria-expanded={open} onClick={() => (open ? setSteps('closed') : void load())}>
        {t('source.sql')}
      </Button>
      {(steps === 'gone' || steps === 'not-now') && (
        <p className="text-12 text-ink-3">{t(`source.sql-${steps}`)}</p>
      )}
      {statements.length > 0 && (
        <p className="text-12 text-ink-3">{t('source.sql-why', { n: statements.length })}</p>
      )}
      {statements.map((statement, i) => (
        <Sql key={i} statement={statement} />
      ))}
    </div>
  )
}

function Sql({ statement: { sql, values } }: { statement: Statement }) {
  const t = useText('inspector')
  return (
    <figure className="w-full">
      <pre className="rounded-1 bg-sunk px-2.5 py-2 font-mono text-12 leading-wire wrap-anywhere whitespace-pre-wrap">
        <code lang="en" translate="no">
          {sql}
        </code>
      </pre>
      {values.length > 0 && (
        <ol className="flex list-inside list-decimal flex-wrap gap-x-3.5 gap-y-0.5 pt-1 text-12 text-ink-2 marker:text-ink-3">
          {values.map((value, i) => (
            <li key={i}>{valueText(t, value)}</li>
          ))}
        </ol>
      )}
    </figure>
  )
}

function valueText(t: Text, value: StatementValue): string {
  if (value === null) return t('source.value.null')
  return typeof value === 'object' ? t('source.value.text', { n: value.characters }) : String(value)
}

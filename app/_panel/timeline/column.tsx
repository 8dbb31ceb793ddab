'use client'
// One column of the timeline. Memoised: with 500 steps only what changed is drawn again.
import { memo } from 'react'
import { chooseStep } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { actWords } from '@/lib/reading/timeline/act-words'
import { actionText, markOf, shortAction } from '@/lib/reading/timeline/marks'
import type { Column, Step } from '@/lib/reading/timeline/steps-of'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { iconOf } from './act-words'
import { isShown, useHidden } from './filter'

export interface Row {
  lane: StrategyName
  device: Device
}

interface ColumnProps {
  column: Column
  rows: readonly Row[]
  /** How the lines run through, row by row (span-cells.ts), joined by "|". */
  lines: string
  chosen: boolean
}

export const TimelineColumn = memo(drawColumn, isAlike)

function drawColumn({ column, lines, ...rest }: ColumnProps) {
  const through = lines.split('|')
  if (column.kind === 'step') return <StepColumn step={column.step} lines={through} {...rest} />
  return <BetweenColumn column={column} rows={rest.rows} lines={through} />
}

/** Steps are worked out anew with every exchange; what they consist of stays the same object. */
function isAlike(was: ColumnProps, is: ColumnProps): boolean {
  const known = (['lines', 'chosen', 'rows'] as const).every((name) => was[name] === is[name])
  if (!known) return false
  if (was.column.kind !== 'step' || is.column.kind !== 'step') return was.column.kind === is.column.kind
  const [before, now] = [was.column.step, is.column.step]
  return (
    before.index === now.index && is.rows.every(({ lane }) => before.exchanges[lane] === now.exchanges[lane])
  )
}

function StepColumn({
  step,
  rows,
  lines,
  chosen,
}: Omit<ColumnProps, 'column' | 'lines'> & { step: Step; lines: string[] }) {
  const t = useText('inspector')
  const hidden = useHidden((filter) => filter.hidden)
  const [first] = Object.values(step.exchanges)
  const n = step.index + 1
  const name = t('timeline.chosen', { n, action: actionText(first!), device: t(`device.${step.device}`) })
  return (
    <li className={chosen ? 'cur' : undefined} data-chosen={chosen || undefined}>
      <span className="h">
        <button
          type="button"
          data-step={step.index}
          // grid.tsx makes one of them the stop of the Tab key
          tabIndex={-1}
          aria-current={chosen ? 'step' : undefined}
          title={name}
          onClick={() => chooseStep(step.index)}
        >
          <b>{n}</b> <span className="hl">{shortAction(first!)}</span>
          <span className="vh">{t(`device.${step.device}`)}</span>
        </button>
      </span>
      {rows.map(({ lane, device }, i) => {
        const exchange = step.device === device ? step.exchanges[lane] : undefined
        return (
          <span key={`${lane}/${device}`} className={`cell ${lane} ${lines[i]}`}>
            {exchange && isShown(exchange, hidden) && <Mark exchange={exchange} index={step.index} />}
          </span>
        )
      })}
    </li>
  )
}

function Mark({ exchange, index }: { exchange: Exchange; index: number }) {
  const t = useText('inspector')
  const kind = markOf(exchange)
  const name = t('timeline.mark', {
    n: index + 1,
    action: actionText(exchange),
    lane: exchange.strategy,
    device: t(`device.${exchange.device}`),
    status: exchange.response
      ? `${exchange.response.status}, ${t(`timeline.${kind}`)}`
      : t('timeline.noAnswer'),
  })
  const select = () => {
    chooseStep(index)
    useLive.setState({ lane: exchange.strategy })
  }
  return (
    // The step's own button is the focus stop; this one is for the pointer and for reading along.
    <button
      type="button"
      tabIndex={-1}
      className={`m ${kind}`}
      aria-label={name}
      title={name}
      onClick={select}
    >
      {kind === 'refused' && <Icon name="cross" />}
    </button>
  )
}

/** What was done from outside of the lanes. */
function BetweenColumn({
  column,
  rows,
  lines,
}: {
  column: Exclude<Column, { kind: 'step' }>
  rows: readonly Row[]
  lines: string[]
}) {
  const t = useText('inspector')
  const words = useText('timeline')
  const locale = useLocale()
  const time = clockTime(column.act.sandboxAt, locale)
  const isDesk = column.kind === 'desk'
  const name = isDesk
    ? t('timeline.deskOf', { email: column.act.email, time })
    : words('act.at', { what: actWords(words, column.act, locale), time })
  return (
    <li className={isDesk ? 'ev' : 'ev act'} title={name}>
      <span className="h">
        <Icon name={isDesk ? 'power' : iconOf(column.act)} />
        <span className="hl">{isDesk ? t('timeline.desk') : words(`act.short.${column.act.act}`)}</span>
        <span className="vh">{name}</span>
      </span>
      {rows.map(({ lane, device }, i) => (
        <span key={`${lane}/${device}`} className={`cell ${lane} ${lines[i]}`} />
      ))}
    </li>
  )
}

'use client'
// Where the window is narrow: the steps one under the other. Keys move the focus along them.
import { memo, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { shortAction } from '@/lib/reading/timeline/marks'
import type { Column, Step } from '@/lib/reading/timeline/steps-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { iconOf } from '../act-words'
import { type Hidden, isShown } from '../filter'
import { exchangesOf, useStopName } from '../stop-name'
import { choose, keyOf } from '../stops'
import { type TimelineView, usePlace } from '../view'
import { CHOSEN } from './cell'
import { RowEnd } from './end'
import { MarkButton } from './mark-button'
import { useChosenInSight, useFocusStop } from './table-focus'
import { useTableKeys } from './table-keys'

/** Each with the results of its lanes; then what the credentials have left. */
export function StepList({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const { stops, lanes, hidden } = view
  const at = usePlace(view)
  const box = useRef<HTMLDivElement>(null)
  useChosenInSight(box, at, stops.length)
  useFocusStop(box, at, view)
  const onKeyDown = useTableKeys(box, stops, at, 'down')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it have the focus; this hears their keys.
    <div
      ref={box}
      className="relative text-13 scroll-pt-5 tall:max-h-72 tall:overflow-y-auto"
      onKeyDown={onKeyDown}
    >
      <LaneNames lanes={lanes} />
      <ol aria-label={t('timeline.steps')} className="steplist">
        {stops.map((stop, i) => (
          <StopItem key={keyOf(stop)} {...{ stop, at: i, lanes, hidden }} chosen={i === at} />
        ))}
      </ol>
      <Ends view={view} />
    </div>
  )
}

function LaneNames({ lanes }: { lanes: readonly StrategyName[] }) {
  return (
    <p aria-hidden="true" className="sticky top-0 z-1 flex justify-end bg-surface text-12">
      {lanes.map((lane) => (
        <span key={lane} className={`lane-${lane} w-14 pl-1.5 font-mono font-bold text-lane`}>
          {lane}
        </span>
      ))}
    </p>
  )
}

interface ItemProps {
  stop: Column
  at: number
  lanes: readonly StrategyName[]
  hidden: Hidden
  chosen: boolean
}

const StopItem = memo(drawItem)

function drawItem({ stop, at, lanes, hidden, chosen }: ItemProps) {
  const nameOf = useStopName(lanes, shortAction)
  return (
    <li
      data-chosen={chosen || undefined}
      className={cx('flex items-center border-t border-line', chosen && CHOSEN)}
    >
      <button
        type="button"
        data-stop={at}
        tabIndex={-1}
        aria-label={nameOf(stop)}
        aria-current={chosen ? 'step' : undefined}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-1.5 text-left focus-visible:-outline-offset-2"
        onClick={() => choose(stop)}
      >
        {stop.kind === 'step' ? <StepText step={stop.step} /> : <EventText stop={stop} text={nameOf(stop)} />}
      </button>
      {stop.kind === 'step' && <Results {...{ step: stop.step, at, lanes, hidden }} />}
    </li>
  )
}

function StepText({ step }: { step: Step }) {
  return (
    <>
      <b className="font-semibold">{`${step.index + 1} `}</b>
      <span>{shortAction(exchangesOf(step)[0]!)}</span>
      <Icon
        name={step.device === 'attacker' ? 'nobody' : step.device}
        className="size-3.5 stroke-[1.5] text-ink-3"
      />
    </>
  )
}

function EventText({ stop, text }: { stop: Exclude<Column, { kind: 'step' }>; text: string }) {
  return (
    <>
      <Icon name={stop.kind === 'desk' ? 'power' : iconOf(stop.act)} className="size-3.5 stroke-[1.5]" />
      <span>{text}</span>
    </>
  )
}

function Results({ step, at, lanes, hidden }: { step: Step } & Pick<ItemProps, 'at' | 'lanes' | 'hidden'>) {
  return lanes.map((lane) => {
    const exchange = step.exchanges[lane]
    if (!exchange || !isShown(exchange, hidden)) return <span key={lane} className="w-14" />
    return (
      <MarkButton
        key={lane}
        at={at}
        index={step.index}
        exchange={exchange}
        className={`lane-${lane} h-10 w-14`}
        status
      />
    )
  })
}

function Ends({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  return (
    <section aria-labelledby="h-left" className="border-t border-line-strong pt-2 text-12">
      <h3 id="h-left" className="font-normal text-ink-3">
        {t('timeline.left')}
      </h3>
      <ul>
        {view.rows.map((row, i) => (
          <li
            key={`${row.lane}/${row.device}`}
            className={`lane-${row.lane} flex flex-wrap items-center gap-x-2 py-1`}
          >
            <b className="font-mono text-lane">{row.lane}</b>
            <span className="text-ink-2">{t(`device.${row.device}`)}</span>
            <RowEnd view={view} i={i} />
          </li>
        ))}
      </ul>
    </section>
  )
}

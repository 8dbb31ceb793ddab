'use client'
// The head of a column. Memoised: with 500 steps only what changed is drawn again.
import { memo } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { shortAction } from '@/lib/reading/timeline/marks'
import type { Column } from '@/lib/reading/timeline/steps-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { iconOf } from '../act-words'
import { exchangesOf, useEventWord, useStopName } from '../stop-name'
import { choose } from '../stops'
import { CHOSEN } from './cell'

interface HeadProps {
  stop: Column
  at: number
  lanes: readonly StrategyName[]
  chosen: boolean
}

export const StopHead = memo(drawHead, isAlike)

function drawHead({ stop, at, lanes, chosen }: HeadProps) {
  const nameOf = useStopName(lanes, shortAction)
  const word = useEventWord()
  // What stands on the button is in its name.
  const name = stop.kind === 'act' ? `${word(stop)}: ${nameOf(stop)}` : nameOf(stop)
  return (
    <th scope="col" data-chosen={chosen || undefined} className={cx('p-0 font-normal', chosen && CHOSEN)}>
      <button
        type="button"
        data-stop={at}
        // table-focus.ts makes one of them the stop of the Tab key
        tabIndex={-1}
        aria-label={name}
        aria-current={chosen ? 'step' : undefined}
        className="flex h-7 min-w-6 items-center justify-center gap-1 px-2 whitespace-nowrap text-ink-3 hover:text-ink focus-visible:-outline-offset-2 max-tablet:h-10 max-tablet:min-w-10"
        onClick={() => choose(stop)}
      >
        <HeadText stop={stop} />
      </button>
    </th>
  )
}

function HeadText({ stop }: { stop: Column }) {
  const word = useEventWord()
  if (stop.kind === 'step')
    return (
      <>
        <b className="font-semibold text-ink">{`${stop.step.index + 1} `}</b>
        <span>{shortAction(exchangesOf(stop.step)[0]!)}</span>
      </>
    )
  return (
    <>
      <Icon name={stop.kind === 'desk' ? 'power' : iconOf(stop.act)} className="size-3.5 stroke-[1.5]" />
      <span className={stop.kind === 'desk' ? 'font-semibold text-ink' : undefined}>{word(stop)}</span>
    </>
  )
}

/** Steps are worked out anew with every exchange; what they consist of stays the same object. */
function isAlike(was: HeadProps, is: HeadProps): boolean {
  const known = (['at', 'lanes', 'chosen'] as const).every((name) => was[name] === is[name])
  if (!known) return false
  if (was.stop.kind === 'step' && is.stop.kind === 'step') {
    const [before, now] = [was.stop.step, is.stop.step]
    return (
      before.index === now.index && is.lanes.every((lane) => before.exchanges[lane] === now.exchanges[lane])
    )
  }
  return was.stop.kind !== 'step' && is.stop.kind !== 'step' && was.stop.act === is.stop.act
}

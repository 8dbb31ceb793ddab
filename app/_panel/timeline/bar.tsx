'use client'
import { backToLive, chooseStep } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { useChosen } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
// Moves the cursor of the live store.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { actionText } from '@/lib/reading/timeline/marks'
import type { StrategyName } from '@/lib/strategies/strategy'
import { TimelineFilter } from './filter-menu'
import { TakeAway } from './take-away'
import type { TimelineView } from './view'

export function TimelineBar({ lanes, view }: { lanes: readonly StrategyName[]; view: TimelineView }) {
  const t = useText('inspector')
  const words = useText('timeline')
  const dropped = useLive((live) => live.dropped)
  return (
    <div className="bar">
      <StepButtons steps={view.steps} />
      <Place />
      <Scrub steps={view.steps} />
      <LiveAgain />
      <span className="tools">
        {dropped > 0 && <span className="dim">{t('timeline.letGo', { count: dropped })}</span>}
        <span className="dim keys">{t('timeline.key')}</span>
        <span className="dim count" role="status">
          {words(view.count.shown === view.count.of ? 'filter.all' : 'filter.some', view.count)}
        </span>
        <TimelineFilter lanes={lanes} />
        <TakeAway lanes={lanes} />
      </span>
    </div>
  )
}

function StepButtons({ steps }: { steps: readonly number[] }) {
  const t = useText('inspector')
  const at = useChosen().step?.index ?? 0
  const back = steps.findLast((index) => index < at)
  const on = steps.find((index) => index > at)
  return (
    <>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('timeline.back')}
        disabled={back === undefined}
        onClick={() => chooseStep(back!)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('timeline.on')}
        disabled={on === undefined}
        onClick={() => chooseStep(on!)}
      >
        <Icon name="chevron" />
      </button>
    </>
  )
}

function Place() {
  const t = useText('inspector')
  const { steps, step } = useChosen()
  const [first] = Object.values(step?.exchanges ?? {})
  if (!step || !first) return null
  return (
    <span className="now">
      <b>{t('timeline.step', { n: step.index + 1, of: steps.length })}</b>{' '}
      <span className="dim nowrap">{`${actionText(first)}, ${t(`device.${step.device}`)}`}</span>
    </span>
  )
}

/** Its positions are the steps that the filter leaves. */
function Scrub({ steps }: { steps: readonly number[] }) {
  const t = useText('inspector')
  const { step } = useChosen()
  const [first] = Object.values(step?.exchanges ?? {})
  const at = Math.max(
    0,
    steps.findLastIndex((index) => index <= (step?.index ?? 0)),
  )
  const told = step &&
    first && { n: step.index + 1, action: actionText(first), device: t(`device.${step.device}`) }
  return (
    <label className="scrub">
      <span className="vh">{t('timeline.scrub')}</span>
      <input
        type="range"
        min={1}
        max={Math.max(1, steps.length)}
        value={at + 1}
        aria-valuetext={told && t('timeline.chosen', told)}
        onChange={(event) => chooseStep(steps[Number(event.target.value) - 1] ?? 0)}
      />
    </label>
  )
}

/** In the past: which moment is shown, and the way back. */
function LiveAgain() {
  const t = useText('timeline')
  const locale = useLocale()
  const { live, step } = useChosen()
  if (live || !step) return <span className="live">{t('live')}</span>
  const [first] = Object.values(step.exchanges)
  return (
    <button
      type="button"
      className="btn sm again"
      title={t('past.mark', { n: step.index + 1, time: clockTime(first!.sandboxAt, locale) })}
      onClick={backToLive}
    >
      {t('past.back')} <kbd>L</kbd>
    </button>
  )
}

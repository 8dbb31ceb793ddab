'use client'
// Moves the cursor of the live store.
import { useRef } from 'react'
import { backToLive, chooseStep } from '@/app/_live/state/cursor'
import { useChosen } from '@/app/_live/state/use-lane'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { startDrag } from './drag'
import { setOpen, useIsOpen } from './is-open'
import { TimelineMap } from './map/timeline-map'
import { useEventWord } from './stop-name'
import { TakeAway } from './take-away'
import { type TimelineView, usePlace } from './view'

/** The timeline in one line. `panel`: id of what it opens. */
export function TimelineBar({ view, panel }: { view: TimelineView; panel: string }) {
  const words = useText('timeline')
  const place = useRef<HTMLSpanElement>(null)
  const { count } = view
  const past = useIsPast()
  const open = useIsOpen((state) => state.open)
  return (
    <div
      className="tlbar flex h-10.25 cursor-row-resize touch-none items-center gap-2 text-13 max-narrow:gap-1 print:hidden"
      onPointerDown={startDrag}
    >
      <StepButtons stops={view.stops} />
      <span
        ref={place}
        tabIndex={-1}
        className={past ? 'whitespace-nowrap max-narrow:sr-only' : 'whitespace-nowrap'}
      >
        <Place view={view} />
      </span>
      <TimelineMap view={view} />
      {count.shown < count.of && !open && (
        <span className="text-12 whitespace-nowrap text-ink-3 max-narrow:hidden">
          {words('filter.some', count)}
        </span>
      )}
      <LiveAgain goTo={() => place.current?.focus()} />
      <span className="contents max-narrow:hidden">
        <TakeAway lanes={view.lanes} />
      </span>
      <OpenButton panel={panel} />
    </div>
  )
}

/** Something else than now is looked at. */
function useIsPast(): boolean {
  const { live, event } = useChosen()
  return !live || event !== null
}

function StepButtons({ stops }: Pick<TimelineView, 'stops'>) {
  const t = useText('inspector')
  const { step, event } = useChosen()
  const at = step?.index ?? 0
  const steps = stops.flatMap((stop) => (stop.kind === 'step' ? stop.step.index : []))
  // An event stands right after its step.
  const back = steps.findLast((index) => (event ? index <= at : index < at))
  const on = steps.find((index) => index > at)
  return (
    <>
      <Button
        look="quiet"
        size="square"
        className="-ml-2"
        aria-label={t('timeline.back')}
        off={back === undefined}
        onClick={() => chooseStep(back!)}
      >
        <Icon name="back" />
      </Button>
      <Button
        look="quiet"
        size="square"
        className="-ml-2"
        aria-label={t('timeline.on')}
        off={on === undefined}
        onClick={() => chooseStep(on!)}
      >
        <Icon name="chevron" />
      </Button>
    </>
  )
}

/** "Step 5 of 5", or the act between two steps that is opened. */
function Place({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const word = useEventWord()
  const { steps, step, event } = useChosen()
  const stop = view.stops[usePlace(view)]
  if (event && stop && stop.kind !== 'step') return <b className="font-semibold">{word(stop)}</b>
  return step ? (
    <b className="font-semibold">{t('timeline.step', { n: step.index + 1, of: steps.length })}</b>
  ) : null
}

/** In the past: the way back. The button goes with the past, so the focus goes on to the words that say where one is. */
function LiveAgain({ goTo }: { goTo(): void }) {
  const t = useText('timeline')
  if (!useIsPast()) return <span className="text-12 text-ink-3 max-tablet:sr-only">{t('live')}</span>
  return (
    <Button
      size="sm"
      onClick={() => {
        goTo()
        backToLive()
      }}
    >
      {t('past.back')}
      <kbd className="rounded-1 border border-line-strong px-1 font-mono text-12 max-tablet:hidden">L</kbd>
    </Button>
  )
}

function OpenButton({ panel }: { panel: string }) {
  const t = useText('timeline')
  const open = useIsOpen((state) => state.open)
  return (
    <Button
      look="quiet"
      size="square"
      className="-mr-2"
      aria-label={t('open')}
      aria-expanded={open}
      aria-controls={panel}
      onClick={() => setOpen(!open)}
    >
      <Icon name="down" className={open ? 'size-4 stroke-[1.5]' : 'size-4 rotate-180 stroke-[1.5]'} />
    </Button>
  )
}

'use client' // says which step the columns show, as they show it

import type { ReactNode } from 'react'
import { backToLive, chooseEvent } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { useChosen, useShown } from '@/app/_live/state/use-lane'
import { shortWords, useEventWords } from '@/app/_panel/evidence/event-words'
import { useSeenEvent } from '@/app/_panel/evidence/events'
import { iconOf } from '@/app/_panel/timeline/act-words'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { idOfEvent, type OutsideEvent } from '@/lib/reading/timeline/event-id'
import { shortAction } from '@/lib/reading/timeline/marks'
import { spoken } from '@/lib/reading/timeline/result-of'
import type { Step } from '@/lib/reading/timeline/steps-of'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** On a phone the line of what just happened says it. */
export function ViewCaption() {
  const t = useText('compare')
  const { step, event } = useChosen()
  return (
    <p
      className={cx(
        'ml-auto min-w-0 py-1 text-right text-13 text-ink-2 max-tablet:px-3',
        !event && 'max-tablet:hidden',
      )}
    >
      {event ? <EventCaption event={event} /> : step ? <StepCaption step={step} /> : t('views.cap-none')}
    </p>
  )
}

function StepCaption({ step }: { step: Step }) {
  const t = useText('compare')
  const view = useLive((live) => live.view)
  const seen = useSeenEvent(step)
  const [first] = Object.values(step.exchanges)
  return (
    <>
      <b className="font-semibold text-ink">{t('views.step', { n: step.index + 1 })}</b>
      <span> </span>
      <span lang="en">{first && shortAction(first)}</span>
      <LanesOf step={step} />
      {seen && <After step={step} event={seen} />}
      <Others step={step} />
      <Aside>{t(`views.cap.${view}`)}</Aside>
    </>
  )
}

const Aside = ({ children }: { children: ReactNode }) => (
  <span className="text-ink-3 max-laptop:hidden">
    <span>{' · '}</span>
    {children}
  </span>
)

/** "in jwt only", where not all lanes took part. */
function LanesOf({ step }: { step: Step }) {
  const t = useText('compare')
  const lanes = STRATEGIES.filter((lane) => step.exchanges[lane])
  if (lanes.length === STRATEGIES.length) return null
  return <span>{` ${t('views.only', { lanes: lanes.join(', ') })}`}</span>
}

/** Not in the words of a phone: there the head of the column says it. Columns of other lanes go on showing what those did last: which step that is, is said. */
function Others({ step }: { step: Step }) {
  const t = useText('compare')
  const { steps } = useChosen()
  const shown = { cookie: useShown('cookie'), session: useShown('session'), jwt: useShown('jwt') }
  const others = STRATEGIES.filter((lane) => shown[lane] && !step.exchanges[lane])
  if (others.length === 0) return null
  const numberOf = (lane: (typeof others)[number]) =>
    (steps.find(({ exchanges }) => exchanges[lane] === shown[lane])?.index ?? 0) + 1
  return others.map((lane) => (
    <Aside key={lane}>
      <span lang="en">{lane}</span>
      <span>{` ${t('views.shows', { n: numberOf(lane) })}`}</span>
    </Aside>
  ))
}

/** Where the event stands in the sentence differs by language. */
const EVENT = '\0'

function After({ step, event }: { step: Step; event: OutsideEvent }) {
  const t = useText('compare')
  const locale = useLocale()
  const words = useText('timeline')
  const inspector = useText('inspector')
  const time = spoken(Math.max(0, (Date.parse(step.at) - Date.parse(event.at)) / 1000), locale)
  const [before, behind] = t('views.after', { time, event: EVENT }).split(EVENT)
  return (
    <span>
      <span>{before}</span>
      <EventIcon event={event} />{' '}
      <button
        type="button"
        className="min-h-6 font-semibold text-ink underline decoration-line-strong underline-offset-3 hover:decoration-current"
        onClick={() => {
          chooseEvent(idOfEvent(event))
          toTheTab()
        }}
      >
        {shortWords(words, inspector, event)}
      </button>
      <span>{behind}</span>
    </span>
  )
}

/** What was pressed is gone: the focus goes to the view that shows what came of it. */
const toTheTab = () => document.getElementById(`view-tab-${useLive.getState().view}`)?.focus()

const EventIcon = ({ event }: { event: OutsideEvent }) => (
  <Icon
    name={event.act === 'force-sign-out' ? 'power' : iconOf(event)}
    className="size-3.25 stroke-[1.5] align-[-0.15em]"
  />
)

function EventCaption({ event }: { event: OutsideEvent }) {
  const close = () => {
    backToLive()
    toTheTab()
  }
  const t = useText('compare')
  const locale = useLocale()
  const words = useEventWords()
  return (
    <>
      <EventIcon event={event} />
      <span> </span>
      <b className="font-semibold text-ink">{words(event)}</b>
      <span> </span>
      <span>{clockTime(event.sandboxAt, locale)}</span>
      <Aside>{t('views.cap.event')}</Aside>
      <Button look="quiet" size="sm" onClick={close}>
        {t('views.close-event')}
      </Button>
    </>
  )
}

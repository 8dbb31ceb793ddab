'use client' // turns dials, and does what the bar of acts has no button for
import { DialField } from '@/app/_dials/dial-field'
import { advance } from '@/app/_live/requests/acts'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { useText } from '@/lib/i18n/client'
import type { LessonAct } from '@/lib/lessons/act'
import type { ActStep } from '@/lib/lessons/lesson'
import { useActWords } from '../scene/act-words'
import { performAct } from '../scene/perform'
import { useGiven } from '../use-lesson'

/** What this act needs besides the bar of acts: read off what solves it. */
export function Means({ step }: { step: ActStep }) {
  const t = useText('learn')
  const words = useActWords()
  const off = useWhyOff()
  const { labs } = useGiven()
  const acts = uniqueOf(step.solve.filter((act, i) => isElsewhere(act) && !isReadByItself(step.solve, i)))
  if (acts.length === 0) return null
  const dials = acts.filter((act) => act.do === 'dial')
  const presses = acts.filter((act) => act.do !== 'dial')
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="sr-only">{t('act.means')}</legend>
      {dials.map(({ lane, name }) => (
        <div
          key={`${lane}.${name}`}
          className={`lane-${lane} border border-t-0 border-l-3 border-line border-l-lane bg-surface`}
        >
          <DialField strategy={lane} name={name} />
        </div>
      ))}
      {presses.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {presses.map((act) => (
            <ActButton
              key={words(act)}
              why={off}
              onClick={() => void (act.do === 'clock' ? advance(act.seconds) : performAct(act, labs))}
            >
              <span>{capital(words(act))}</span>
            </ActButton>
          ))}
        </div>
      )}
    </fieldset>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The bar turns the clock by 30 s and by 15 min. */
const ON_THE_BAR = [30, 900]

function isElsewhere(act: LessonAct): boolean {
  if (act.do === 'clock') return !ON_THE_BAR.includes(act.seconds)
  return ['dial', 'demote', 'promote', 'restart', 'rotate-keys', 'orders', 'read'].includes(act.do)
}

/** After these the page reads the cart by itself, on either device. */
const isReadByItself = (acts: readonly LessonAct[], at: number) =>
  acts[at]!.do === 'read' &&
  acts.slice(0, at).some(({ do: act }) => act === 'force-sign-out' || act === 'device')

const uniqueOf = (acts: readonly LessonAct[]): LessonAct[] => [
  ...new Map(acts.map((act) => [JSON.stringify(act), act])).values(),
]

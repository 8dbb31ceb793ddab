'use client' // says what just happened, to everybody: it is the one live region of the page
import { useLive } from '@/app/_live/state/store'
import { useTold } from '@/app/_live/state/told'
import { useNow } from '@/app/_live/state/use-now'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { duration } from '@/lib/reading/format'
import type { ToldSign } from '@/lib/reading/told/scene'
import type { StrategyName } from '@/lib/strategies/strategy'
import { PhaseAct } from './phase-act'
import { usePhase } from './phase-words'
import { Trouble } from './trouble'

// The words of all that can happen are needed when something has.
const Tellings = later(() => import('./tellings').then((file) => file.Tellings))
const MoreTime = later(() => import('./more-time').then((file) => file.MoreTime))
const Path = later(() => import('./path').then((file) => file.Path))

interface Props {
  /** On the page of one lane, which has a title of its own. */
  lane?: StrategyName
  /** There is a path, and this is what its question has for an answer. */
  foretold?: string
  /** On a page with a title of its own that asks what came of it in each lane: what stands here until something happens. Then it says no more than the cause. */
  plain?: string
}

/**
 * One sentence of what just happened, its cause first, then lane by lane. Before anything has happened the statement of the page stands
 * here, with its `h1`.
 */
export function Told({ lane, foretold, plain }: Props) {
  const { told, n } = useTold()
  const { text: trouble } = usePhase()
  const silent = told === null && trouble === null
  return (
    <div className="border-b border-line bg-surface">
      <Tellings />
      <div className="mx-auto flex min-h-9 max-w-page flex-wrap items-center gap-x-4 px-gutter py-0.5 text-14 leading-tight max-tablet:pt-1.5 max-tablet:text-13">
        <div className="flex min-w-0 flex-1 items-center gap-2.5 max-tablet:basis-full">
          {!silent && <Sign of={trouble !== null ? 'browser' : told!.sign} />}
          <div className="min-w-0">
            {plain === undefined ? (
              <Statement lane={lane} shown={silent} />
            ) : (
              silent && <p className="text-ink-2">{plain}</p>
            )}
            <p role="status">
              {trouble !== null ? (
                <Trouble text={trouble} />
              ) : (
                told && <Message key={n} plain={plain !== undefined} />
              )}
            </p>
          </div>
        </div>
        {trouble === null && (!lane || lane === 'jwt') && <MoreTime />}
        {trouble !== null ? <PhaseAct /> : foretold && <Path foretold={foretold} />}
      </div>
    </div>
  )
}

function Sign({ of }: { of: ToldSign }) {
  const device = useLive((live) => live.device)
  return <Icon name={of === 'device' ? device : of} />
}

/** What the page is about: in sight until something happens, and always its title. */
function Statement({ lane, shown }: { lane: StrategyName | undefined; shown: boolean }) {
  const t = useText('told')
  if (lane) return shown && <p className="text-ink-2">{t('lane')}</p>
  return (
    <>
      <h1 className={shown ? 'inline font-bold' : 'sr-only'}>{t('statement.title')}</h1>
      {shown && <span className="text-ink-2">{` ${t('statement.text')}`}</span>}
    </>
  )
}

/** Made anew for each message, so that the same words are told again. */
function Message({ plain }: { plain: boolean }) {
  const told = useTold((state) => state.told)
  if (!told) return null
  return (
    <>
      <b className="font-semibold">
        <span>{told.cause}</span>
        {told.at !== null && <Ago at={told.at} />}
        <span>.</span>
      </b>
      {!plain && <span className="text-ink-2">{told.lanes && ` ${told.lanes}`}</span>}
    </>
  )
}

/** Counts on in sight, and is no news. */
function Ago({ at }: { at: number }) {
  const t = useText('told')
  const locale = useLocale()
  const now = useNow()
  const offset = useLive((live) => live.clockOffset)
  const seconds = now === 0 ? 0 : Math.round((now - offset * 1000 - at) / 1000)
  return (
    <span aria-hidden="true" className="tabular-nums">
      {seconds < 1 ? t('just-now') : t('ago', { time: duration(seconds, locale) })}
    </span>
  )
}

'use client'
import { useLive } from '@/app/_live/state/store'
import { DEPTHS, type View } from '@/app/_live/state/types'
import { useChosen, useEvent } from '@/app/_live/state/use-lane'
import { cx } from '@/app/_ui/cx'
import { useInUse } from '@/app/_ui/in-use'
import { useNarrow } from '@/app/_ui/use-narrow'
// Loaded when there is an exchange to draw (lazy-views.tsx).
import { useText } from '@/lib/i18n/client'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from './credential/reveal'
import { LaneEvidence } from './evidence/lane-evidence'
import { ExchangeHead } from './exchange-head'
import { Exposed, ExposedKey } from './exposed/exposed'
import type { ExchangeProps } from './panel-types'
import { Steps } from './steps/steps'
import { Stored, StoredKey } from './stored/stored'
import { Wire } from './wire/wire'

/** All views of one exchange below one another; on a phone one of them. */
export function LaneViews({ exchange }: ExchangeProps) {
  const event = useEvent()
  return (
    <RevealScope exchange={exchange}>
      {!event && <Head exchange={exchange} />}
      <Part view="evidence" className="bg-sunk" isAlways={event !== null}>
        <LaneEvidence exchange={exchange} />
      </Part>
      {event ? <NoWire /> : <Views exchange={exchange} />}
    </RevealScope>
  )
}

/** An opened event came from outside of the lanes: it has no heads. */
function NoWire() {
  const t = useText('evidence')
  return (
    <p className="max-w-measure border-t border-line px-4 py-3 text-13 text-ink-2">{t('event.no-wire')}</p>
  )
}

function Head({ exchange }: ExchangeProps) {
  const t = useText('lane')
  const { steps } = useChosen()
  const n = steps.findIndex((step) => step.exchanges[exchange.strategy] === exchange) + 1
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1 text-13">
      <h3 className="text-14">{t('step', { n })}</h3>
      <ExchangeHead exchange={exchange} />
      <Parts />
    </div>
  )
}

/** The short way to each view, where they stand below one another. */
function Parts() {
  const t = useText('lane')
  return (
    <ul className="ml-auto flex gap-x-1 text-12 max-tablet:hidden print:hidden">
      {DEPTHS.map((view) => (
        <li key={view}>
          <a className="inline-block px-1.5 py-1 text-ink-2" href={`#lane-panel-${view}`}>
            {t(`tab.${view}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Views({ exchange }: { exchange: Exchange }) {
  const t = useText('lane')
  const { reads, writes } = exchange.cost
  return (
    <div className="@container">
      <div className="grid grid-cols-1 @min-[48rem]:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <Part view="wire" wide>
          <Wire exchange={exchange} full />
        </Part>
        <Part view="steps" note={t('cost', { reads, writes })} className="@min-[48rem]:border-r">
          <Steps exchange={exchange} />
        </Part>
        <Part view="stored" note={t('before-after')}>
          <div className="grid items-start border-t border-line @min-[34rem]:grid-cols-2">
            <Stored exchange={exchange} />
          </div>
          <StoredKey />
        </Part>
        <Part view="exposed" note={t('derived')} wide>
          <Exposed exchange={exchange} />
          <ExposedKey />
        </Part>
      </div>
    </div>
  )
}

interface PartProps {
  view: View
  note?: string
  /** Over both columns. */
  wide?: boolean
  /** On a phone too, whichever view is chosen. */
  isAlways?: boolean
  className?: string
  children: React.ReactNode
}

function Part({ view, note, wide, isAlways, className, children }: PartProps) {
  const t = useText('lane')
  const isChosen = useLive((live) => live.view === view)
  const isOut = useNarrow() && !isChosen && !isAlways
  const inUse = useInUse()
  return (
    <div
      id={`lane-panel-${view}`}
      className={cx(
        '@container min-w-0 scroll-mt-16 border-t border-line',
        wide && 'col-span-full',
        !isChosen && !isAlways && 'max-tablet:hidden print:block',
        className,
      )}
    >
      <h3
        className={cx(
          'flex flex-wrap items-baseline gap-x-2.5 px-4 pt-3 pb-2 text-13 font-semibold',
          (view === 'wire' || view === 'evidence') && 'sr-only',
        )}
      >
        <span>{t(`tab.${view}`)}</span>
        {note && <small className="text-12 font-normal text-ink-3">{note}</small>}
      </h3>
      {(inUse || !isOut) && children}
    </div>
  )
}

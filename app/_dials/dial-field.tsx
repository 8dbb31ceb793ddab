'use client'
import { turn, useAsked } from '@/app/_live/dials/asked'
import { stillBecause } from '@/app/_live/dials/dial-groups'
import { type DialTurn, dialOf, dialPlace, isWeak, positionIn } from '@/app/_live/dials/dial-list'
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { Segments } from '@/app/_ui/segments'
// Turned by its radio buttons.
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { AboutDial, type DialProps } from './about-dial'
import { Changed } from './changed'

/** One dial: its legend, a segment for each position, and what it is about. */
export function DialField({ strategy, name }: DialProps) {
  const t = useDialText()
  const open = useOpen()
  const dials = useLive((live) => live.dials)
  const now = useShown(dials, strategy, name)
  const dial = dialOf(strategy, name)!
  const still = stillBecause(dials, strategy, name)
  return (
    <fieldset
      id={dialPlace(strategy, name)}
      tabIndex={-1}
      className="relative min-w-0 scroll-mt-24 border-t border-line px-4 pt-2.5 pb-3 target:bg-mark-1"
    >
      <legend className="float-left mb-1.5 flex w-full items-baseline gap-2 pr-16 text-13">
        <span>{dialName(t, strategy, name)}</span>
        {now.value !== dial.default && <Changed>{t(isWeak(now) ? 'weak' : 'changed')}</Changed>}
      </legend>
      <Segments
        wide
        className="clear-both"
        name={`${strategy}.${name}`}
        segments={dial.values.map((value) => ({
          id: String(value),
          label: <Position turned={{ strategy, name, value }} />,
        }))}
        chosen={String(now.value)}
        choose={(id) =>
          void turn([{ strategy, name, value: dial.values.find((value) => String(value) === id)! }])
        }
        off={!open}
        describedBy={still ? `${dialPlace(strategy, name)}-still` : undefined}
      />
      {still && (
        <p id={`${dialPlace(strategy, name)}-still`} className="mt-1.5 text-12 text-ink-2">
          {t(`still.${still}`)}
        </p>
      )}
      <AboutDial strategy={strategy} name={name} />
    </fieldset>
  )
}

/** A weak one is underlined with dashes, and says so. */
function Position({ turned }: { turned: DialTurn }) {
  const t = useDialText()
  if (!isWeak(turned)) return <span>{positionName(t, turned)}</span>
  return (
    <>
      <span className="underline decoration-current decoration-dashed decoration-1 underline-offset-4">
        {positionName(t, turned)}
      </span>
      <span className="sr-only">, {t('weak')}</span>
    </>
  )
}

/** Where it was last asked to be, else where it stands. */
function useShown(dials: Dials, strategy: StrategyName, name: string): DialTurn {
  const asked = useAsked(({ turns }) =>
    turns.findLast((one) => one.strategy === strategy && one.name === name),
  )
  return asked ?? { strategy, name, value: positionIn(dials, strategy, name) }
}

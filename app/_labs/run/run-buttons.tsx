'use client'
import { type RefObject, useRef } from 'react'
import { useOpen } from '@/app/_live/state/use-open'
import { Button, buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
// Starts and stops runs on a click.
import { useText } from '@/lib/i18n/client'
import { type LabSheet, lanesAsked } from '../sheet'
import { useKept } from './kept'
import { Progress } from './progress'
import { nextAct, resetLab, startRun, stopRun } from './run'
import { useRun } from './run-state'

interface Props {
  sheet: LabSheet
  position: string
}

/** The heavy button stays what it is, with the focus, from the first press to the end of the run; only its word changes. */
export function RunButtons({ sheet, position }: Props) {
  const main = useRef<HTMLButtonElement>(null)
  const { busy } = useRun()
  return (
    <div className="grid content-end gap-2 px-4 pt-4 pb-3.5 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <MainButton sheet={sheet} position={position} main={main} />
        <OtherButtons sheet={sheet} position={position} main={main} />
      </div>
      {!busy && <GuessNote sheet={sheet} />}
      <Progress sheet={sheet} />
    </div>
  )
}

type ButtonProps = Props & { main: RefObject<HTMLButtonElement | null> }

function useWaiting(): boolean {
  const { report, pace } = useRun()
  return report !== null && (report.state === 'waiting' || report.state === 'playing') && pace === 'act'
}

const useHasResults = ({ slug }: LabSheet): boolean => {
  const report = useRun((state) => state.report)
  const kept = useKept(({ results }) => Object.keys(results[slug] ?? {}).length > 0)
  return report !== null || kept
}

function MainButton({ sheet, position, main }: ButtonProps) {
  const t = useText('labs')
  const open = useOpen()
  const { busy } = useRun()
  const isWaiting = useWaiting()
  const hasResults = useHasResults(sheet)
  const off = busy || (!isWaiting && !open)
  const press = () => void (isWaiting ? nextAct(sheet) : startRun(sheet, position, 'all'))
  const word = busy ? 'run.running' : isWaiting ? 'run.next' : hasResults ? 'run.again' : 'run.all'
  return (
    <button
      ref={main}
      type="button"
      aria-disabled={off || undefined}
      className={cx(buttonClass({ look: 'solid' }), 'h-10! flex-1 text-14! aria-disabled:cursor-progress')}
      onClick={off ? undefined : press}
    >
      {!busy && <Icon name="play" />}
      <span>{t(word)}</span>
    </button>
  )
}

/** Each leaves its place when it was pressed: the focus goes to the heavy button. */
function OtherButtons({ sheet, position, main }: ButtonProps) {
  const t = useText('labs')
  const open = useOpen()
  const { busy } = useRun()
  const isWaiting = useWaiting()
  const hasResults = useHasResults(sheet)
  const then = (act: () => Promise<void>) => () => {
    main.current?.focus()
    void act()
  }
  if (isWaiting || busy)
    return (
      <Button className="h-10!" onClick={then(stopRun)}>
        {t('run.stop')}
      </Button>
    )
  return (
    <>
      <Button className="h-10!" off={!open} onClick={then(() => startRun(sheet, position, 'act'))}>
        {t('run.by-act')}
      </Button>
      {hasResults && (
        <Button look="quiet" className="h-10!" onClick={then(() => resetLab(sheet))}>
          {t('run.reset')}
        </Button>
      )}
    </>
  )
}

function GuessNote({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  const isComplete = useKept(({ guesses }) =>
    lanesAsked(sheet).every((lane) => guesses[sheet.slug]?.[lane] !== undefined),
  )
  return <p className="text-12 text-ink-3">{t(isComplete ? 'predict.kept' : 'predict.first')}</p>
}

'use client' // notices what was done, and moves the focus to what is next
import { useEffect } from 'react'
import { notePath, readPath, usePathPlace } from '@/app/_live/connection/path-left'
import { useLive } from '@/app/_live/state/store'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { focusTitle } from '@/app/_ui/focus-title'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { PATH, type PathAct, walked } from '@/lib/reading/told/path'
import { PathEnd } from './path-end'
import { PathQuestion } from './path-question'
import { pointAt } from './point-at'

/** What comes of a forced sign-out as a lab says it: "session". */
interface Props {
  foretold: string
}

/** Five quiet acts of the first ninety seconds: which are behind, and where the next one is done. Gone for who has done them. */
export function Path({ foretold }: Props) {
  const { place } = usePathPlace()
  useEffect(readPath, [])
  if (place === 'none' || place === 'gone') return null
  return place === 'left' ? <TakeUp /> : <Walk foretold={foretold} />
}

function TakeUp() {
  const t = useText('told')
  const press = () => {
    notePath('open')
    focusTitle()
  }
  return (
    <Button look="quiet" size="sm" className="print:hidden" onClick={press}>
      <span>{t('path.resume')}</span>
    </Button>
  )
}

const FORCE = PATH.findIndex(({ id }) => id === 'force')

function Walk({ foretold }: Props) {
  const guess = usePathPlace((path) => path.guess)
  const behind = useLive((live) => walked({ ...live, guess }))
  const next = PATH[behind]
  useUntold(behind <= FORCE)
  useEffect(() => {
    if (!next) notePath('done')
  }, [next])
  if (!next) return <PathEnd foretold={foretold} />
  return (
    <>
      <Next id={next.id} behind={behind} />
      {(next.id === 'predict' || next.id === 'force') && <PathQuestion />}
    </>
  )
}

/** Who is asked what a forced sign-out will do is not told it in the lanes. */
function useUntold(untold: boolean): void {
  useEffect(() => {
    useLive.setState({ untold })
    return () => useLive.setState({ untold: false })
  }, [untold])
}

function Next({ id, behind }: { id: PathAct['id']; behind: number }) {
  const t = useText('told')
  const leave = () => {
    notePath('left')
    focusTitle()
  }
  return (
    <fieldset aria-label={t('path.label')} className="flex flex-none items-center gap-2 text-13 print:hidden">
      <span className="text-12 text-ink-2">{t('path.n', { n: behind, of: PATH.length })}</span>
      <span className="flex gap-1" aria-hidden="true">
        {PATH.map((act, i) => (
          <span
            key={act.id}
            className={cx(
              'size-2 rounded-full border border-ink forced-colors:border-[CanvasText]',
              i < behind && 'bg-ink forced-colors:bg-[CanvasText]',
            )}
          />
        ))}
      </span>
      <button
        type="button"
        className="group/point inline-flex min-h-6 items-center gap-1 font-medium max-tablet:min-h-10"
        onClick={() => pointAt(id)}
      >
        <span className="underline decoration-line-strong underline-offset-3 group-hover/point:decoration-current">
          {t(`path.${id}`)}
        </span>
        <Icon name="right" className="size-3 stroke-[1.5]" />
      </button>
      <Button look="quiet" size="square" aria-label={t('path.skip')} onClick={leave}>
        <Icon name="cross" className="size-3 stroke-[1.5]" />
      </Button>
    </fieldset>
  )
}

'use client'
// Shows what is about to be played before it weakens a dial. A native dialog: focus, Escape and the page behind it are the browser's.
import { useEffect, useRef } from 'react'
import { isWeak } from '@/app/_live/dials/dial-list'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import { actsTo } from '@/lib/lessons/way'
import { useGiven } from '../use-lesson'
import { useActWords } from './act-words'
import { setScene } from './play'
import { playableIn, playTo } from './play-to'

interface Props {
  /** Id of the step that it is to be played up to; null: the scene alone. */
  to: string | null
  after(): void
  close(): void
}

export function SceneQuestion({ to, after, close }: Props) {
  const t = useText('learn')
  const given = useGiven()
  const words = useActWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const acts = actsTo(given.lesson, to, playableIn(given.labs))
  const weakens = acts.some(
    (act) => act.do === 'dial' && isWeak({ strategy: act.lane, name: act.name, value: act.value }),
  )
  const yes = () => {
    dialog.current?.close()
    void (to === null ? setScene(given).then((isSet) => isSet && after()) : playTo(given, to))
  }
  return (
    <dialog
      ref={dialog}
      className="w-130 max-w-[calc(100vw-2rem)] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-ink/45"
      aria-labelledby="h-scene"
      onClose={close}
    >
      <h2 id="h-scene" className="text-20">
        {t('scene.title')}
      </h2>
      <p className="mt-2 text-ink-2">{t('scene.text')}</p>
      <ol className="mt-3 max-h-80 list-decimal overflow-y-auto rounded-1 bg-sunk py-2 pr-2 pl-8 leading-text">
        <li>{t('scene.defaults')}</li>
        {acts.map((act, i) => (
          <li key={i}>{words(act)}</li>
        ))}
      </ol>
      {weakens && <p className="mt-3 border-l-3 border-ink bg-mark-1 px-2.5 py-1.5">{t('scene.weak')}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="solid" onClick={yes}>
          {t('scene.yes')}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{t('scene.no')}</Button>
      </div>
    </dialog>
  )
}

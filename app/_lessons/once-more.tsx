'use client' // asks first. A native dialog: focus, Escape and the page behind it are the browser's.
import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import { playOnceMore } from './kept/fold'
import { forgetScene } from './scene/play'
import { titleId } from './steps/title-id'
import { useGiven } from './use-lesson'

export function OnceMore() {
  const t = useText('learn')
  const { lesson } = useGiven()
  const dialog = useRef<HTMLDialogElement>(null)
  const begin = () => {
    dialog.current?.close()
    forgetScene()
    playOnceMore(lesson)
    requestAnimationFrame(() => document.getElementById(titleId(lesson.steps[0]!.id))?.focus())
  }
  return (
    <>
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        {t('once-more.open')}
      </Button>
      <dialog
        ref={dialog}
        className="w-110 max-w-[calc(100vw-2rem)] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-ink/45"
        aria-labelledby="h-once-more"
      >
        <h2 id="h-once-more" className="text-20">
          {t('once-more.title')}
        </h2>
        <p className="mt-2 text-ink-2">{t('once-more.text')}</p>
        <p className="mt-4 flex flex-wrap gap-2">
          <Button onClick={() => dialog.current?.close()}>{t('once-more.no')}</Button>
          <Button look="solid" onClick={begin}>
            {t('once-more.yes')}
          </Button>
        </p>
      </dialog>
    </>
  )
}

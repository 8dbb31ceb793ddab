'use client' // asks first. A native dialog: focus, Escape and the page behind it are the browser's.
import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { focusTitle } from '@/app/_ui/focus-title'
import { useText } from '@/lib/i18n/client'
import { forgetProgress } from '../kept/whole'
import { RecordPart } from './record-part'

export function Forget() {
  const t = useText('record')
  const dialog = useRef<HTMLDialogElement>(null)
  const forget = () => {
    dialog.current?.close()
    forgetProgress()
    focusTitle()
  }
  return (
    <RecordPart id="forget" title={t('forget.title')} text={t('forget.text')}>
      <p>
        <Button onClick={() => dialog.current?.showModal()}>
          <span>{t('forget.open')}</span>
        </Button>
      </p>
      <dialog
        ref={dialog}
        className="w-110 max-w-[calc(100vw-2rem)] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-ink/45"
        aria-labelledby="h-forget"
      >
        <h2 id="h-forget" className="text-20">
          {t('forget.ask')}
        </h2>
        <p className="mt-2 text-ink-2">{t('forget.why')}</p>
        <p className="mt-4 flex flex-wrap gap-2">
          <Button onClick={() => dialog.current?.close()}>
            <span>{t('forget.keep')}</span>
          </Button>
          <Button look="solid" onClick={forget}>
            <span>{t('forget.yes')}</span>
          </Button>
        </p>
      </dialog>
    </RecordPart>
  )
}

'use client' // asks before it starts over

import { useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'

const StartOver = later(() => import('./start-over').then((file) => file.StartOver))

/** Which sandbox it is, and the way to another one. */
export function SandboxOfPage({ id }: { id: string }) {
  const t = useText('shell')
  const ask = useRef<HTMLDialogElement>(null)
  return (
    <>
      <span className="max-wide:hidden">
        {t('sandbox.yours')} <span className="font-mono">{id}</span>
      </span>
      <Button look="quiet" size="sm" aria-haspopup="dialog" onClick={() => ask.current?.showModal()}>
        <Icon name="again" className="size-3.5 stroke-[1.5]" />
        <span className="max-laptop:sr-only">{t('sandbox.start-over')}</span>
      </Button>
      <dialog
        ref={ask}
        aria-labelledby="start-over"
        className="max-w-[min(28rem,calc(100vw-2rem))] rounded-2 border border-line-strong bg-surface p-5 text-14 whitespace-normal text-ink shadow-2"
      >
        <StartOver close={() => ask.current?.close()} />
      </dialog>
    </>
  )
}

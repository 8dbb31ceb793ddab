'use client' // reads the live store

import { usePathname } from 'next/navigation'
import { useRef } from 'react'
import { startOver } from '@/app/_live/connection/start'
import { useLive } from '@/app/_live/state/store'
import { sayOnly } from '@/app/_live/state/told'
import { Button } from '@/app/_ui/button'
import { focusTitle } from '@/app/_ui/focus-title'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'

export function SandboxName() {
  const t = useText('shell')
  const ask = useRef<HTMLDialogElement>(null)
  const id = useLive((live) => live.sandbox?.id)
  if (!id) return null
  return (
    <>
      <span className="max-laptop:hidden">
        {t('sandbox.yours')} <span className="font-mono">{id}</span>
      </span>
      <Button look="quiet" size="sm" aria-haspopup="dialog" onClick={() => ask.current?.showModal()}>
        <Icon name="again" className="size-3.5 stroke-[1.5]" />
        <span className="max-tablet:sr-only">{t('sandbox.start-over')}</span>
      </Button>
      <dialog
        ref={ask}
        aria-labelledby="start-over"
        className="max-w-[min(28rem,calc(100vw-2rem))] rounded-2 border border-line-strong bg-surface p-5 text-14 whitespace-normal text-ink shadow-2"
      >
        <Question close={() => ask.current?.close()} />
      </dialog>
    </>
  )
}

/** All of it would go at one press: asked first. The focus goes back where it came from, or to the title of what is new. */
function Question({ close }: { close(): void }) {
  const t = useText('shell')
  const told = useText('told')
  const path = usePathname()
  const lanes = STRATEGIES.filter((name) => path.endsWith(`/${name}`))
  const over = async () => {
    close()
    focusTitle()
    await startOver(lanes.length > 0 ? { lanes } : {})
    sayOnly(told('over'))
  }
  return (
    <div className="grid gap-3">
      <h2 id="start-over" className="text-16">
        {t('sandbox.ask')}
      </h2>
      <p className="text-ink-2">{t('sandbox.ask-why')}</p>
      <p className="flex flex-wrap gap-2">
        <Button autoFocus onClick={close}>
          <span>{t('sandbox.keep')}</span>
        </Button>
        <Button look="solid" onClick={() => void over()}>
          <span>{t('sandbox.start-over')}</span>
        </Button>
      </p>
    </div>
  )
}

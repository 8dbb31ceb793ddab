'use client' // asks, and begins anew

import { usePathname } from 'next/navigation'
import { startOver } from '@/app/_live/connection/start'
import { sayOnly } from '@/app/_live/state/told'
import { Button } from '@/app/_ui/button'
import { focusTitle } from '@/app/_ui/focus-title'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** All of it would go at one press: asked first. The focus goes back where it came from, or to the title of what is new. */
export function StartOver({ close }: { close(): void }) {
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

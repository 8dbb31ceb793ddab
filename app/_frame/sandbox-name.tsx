'use client' // reads the live store

import { usePathname } from 'next/navigation'
import { startOver } from '@/app/_live/connection/start'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'

export function SandboxName() {
  const t = useText('shell')
  const path = usePathname()
  const lanes = STRATEGIES.filter((name) => path.endsWith(`/${name}`))
  const id = useLive((live) => live.sandbox?.id)
  if (!id) return null
  return (
    <>
      <span className="opt">
        {t('sandbox.yours')} <span className="mono">{id}</span>
      </span>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={t('sandbox.start-over')}
        title={t('sandbox.start-over-why')}
        onClick={() => void startOver(lanes.length > 0 ? { lanes } : {})}
      >
        <Icon name="again" />
        <span className="opt">{t('sandbox.start-over')}</span>
      </button>
    </>
  )
}

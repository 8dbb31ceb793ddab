'use client' // reads the live store

import { useText } from '@/lib/i18n/client'
import { useLive } from '../_shop/live'
import { startOver } from '../_shop/start'
import { Icon } from './icon'

export function SandboxName() {
  const t = useText('shell')
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
        title={t('sandbox.start-over-why')}
        onClick={() => void startOver()}
      >
        <Icon name="again" />
        {t('sandbox.start-over')}
      </button>
    </>
  )
}

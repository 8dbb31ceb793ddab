'use client' // an error boundary lives in the browser

import { useText } from '@/lib/i18n/client'
import { Logo } from '../_ui/where-glyph'

export default function Broken({ retry }: { error: unknown; retry: () => void }) {
  const t = useText('shell')
  return (
    <main id="main" className="wrap plain">
      <Logo />
      <h1>{t('error.title')}</h1>
      <p>{t('error.text')}</p>
      <button type="button" className="btn" onClick={() => retry()}>
        {t('error.again')}
      </button>
    </main>
  )
}

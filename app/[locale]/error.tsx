'use client' // an error boundary lives in the browser

import { useEffect } from 'react'
import { isLost } from '@/app/_ui/later-file'
import { Logo } from '@/app/_ui/where-glyph'
import { useText } from '@/lib/i18n/client'

const reload = () => location.reload()

/** Drawing anew with the same files would fail again; a reload fetches those of the server as it is now. */
export default function Broken({ error }: { error: unknown }) {
  const t = useText('shell')
  const lost = isLost(error)
  useEffect(() => {
    if (!lost) return
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [lost])
  return (
    <main id="main" className="wrap plain">
      <Logo />
      <h1>{t(lost ? 'error.lost-title' : 'error.title')}</h1>
      <p>{t(lost ? 'error.lost-text' : 'error.text')}</p>
      <button type="button" className="btn" onClick={reload}>
        {t('error.again')}
      </button>
    </main>
  )
}

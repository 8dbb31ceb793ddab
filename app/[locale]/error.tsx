'use client' // an error boundary lives in the browser

import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { isLost } from '@/app/_ui/later-file'
import { Plain } from '@/app/_ui/reading/plain'
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
    <Plain title={t(lost ? 'error.lost-title' : 'error.title')}>
      <p>{t(lost ? 'error.lost-text' : 'error.text')}</p>
      <Button onClick={reload}>{t('error.again')}</Button>
    </Plain>
  )
}

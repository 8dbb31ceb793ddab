'use client' // names the path, which a not-found page is not told on the server

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { buttonClass } from '@/app/_ui/button'
import { Plain } from '@/app/_ui/reading/plain'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'

export function Missing() {
  const t = useText('shell')
  const locale = useLocale()
  return (
    <Plain title={t('not-found.title')}>
      <p>{t('not-found.text', { path: usePathname() })}</p>
      <Link className={buttonClass()} href={localePath(locale, '/')}>
        {t('not-found.home')}
      </Link>
    </Plain>
  )
}

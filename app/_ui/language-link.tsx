'use client' // keeps path and query, which only the browser knows

import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'

const NAMES: Record<string, string> = { en: 'English', ko: '한국어' }

/** A whole page load: `lang`, catalogues and titles change together. */
export function LanguageLink() {
  const other = useLocale() === 'ko' ? 'en' : 'ko'
  const path = usePathname().replace(/^\/ko(?=\/|$)/, '') || '/'
  const query = useSearchParams().toString()
  return (
    <a lang={other} hrefLang={other} href={localePath(other, path) + (query && `?${query}`)}>
      {NAMES[other]}
    </a>
  )
}

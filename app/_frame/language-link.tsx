'use client' // keeps path and query, which only the browser knows

import { usePathname } from 'next/navigation'
import type { SyntheticEvent } from 'react'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'

const NAMES: Record<string, string> = { en: 'English', ko: '한국어' }

/** A whole page load: `lang`, catalogues and titles change together. */
export function LanguageLink() {
  const other = useLocale() === 'ko' ? 'en' : 'ko'
  const path = usePathname().replace(/^\/ko(?=\/|$)/, '') || '/'
  const href = localePath(other, path)
  // The place in the query moves without a navigation: read when the link is about to be used.
  const keepPlace = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    currentTarget.href = href + location.search
  }
  return (
    <a
      lang={other}
      hrefLang={other}
      href={href}
      className="flex min-h-6 items-center no-underline hover:underline max-tablet:min-h-10"
      onPointerDown={keepPlace}
      onFocus={keepPlace}
    >
      {NAMES[other]}
    </a>
  )
}

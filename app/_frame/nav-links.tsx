'use client' // marks the page one is on, and keeps the place when the lane changes

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { queryOf } from '@/app/_live/connection/links'
import { useLive } from '@/app/_live/state/store'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { PAGES } from '@/lib/site/pages'

export function NavLinks() {
  const t = useText('shell')
  const locale = useLocale()
  const here = usePathname()
  const place = useLive(queryOf)
  return PAGES.map(({ path, key, shows }) => {
    const page = localePath(locale, path)
    const isLane = shows === 'lane'
    const isAbove = shows === 'text' && here.startsWith(`${page}/`)
    return (
      <Link
        key={path}
        href={shows === 'text' ? page : page + place}
        prefetch={false}
        className={isLane ? `${key} mono` : undefined}
        aria-current={here === page ? 'page' : isAbove || undefined}
      >
        {isLane ? key : t(`nav.${key}`)}
      </Link>
    )
  })
}

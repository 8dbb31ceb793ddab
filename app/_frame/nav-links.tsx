'use client' // marks the page one is on, and keeps the place when the lane changes

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { queryOf } from '@/app/_live/connection/links'
import { useLive } from '@/app/_live/state/store'
import { cx } from '@/app/_ui/cx'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { PAGES } from '@/lib/site/pages'

const BAR =
  'flex items-center border-b-2 border-transparent px-2.5 max-laptop:px-1.5 text-ink-2 no-underline whitespace-nowrap hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink'
const SHEET = 'flex min-h-10 items-center px-3 no-underline aria-[current]:font-bold'

/** `pages`: given by the server, so that they are no script. `sheet`: one below the other, on a phone. */
export function NavLinks({ pages, sheet = false }: { pages: typeof PAGES; sheet?: boolean }) {
  const t = useText('shell')
  const locale = useLocale()
  const here = usePathname()
  const place = useLive(queryOf)
  return pages.map(({ path, key, shows }) => {
    const page = localePath(locale, path)
    const isLane = shows === 'lane'
    const isAbove = shows === 'text' && here.startsWith(`${page}/`)
    return (
      <Link
        key={path}
        href={shows === 'text' ? page : page + place}
        prefetch={false}
        className={cx(sheet ? SHEET : BAR, isLane && `lane-${key} font-mono`, isLane && sheet && 'text-lane')}
        aria-current={here === page ? 'page' : isAbove || undefined}
      >
        {isLane ? key : t(`nav.${key}`)}
      </Link>
    )
  })
}

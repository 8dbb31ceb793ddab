'use client' // knows which parts this page has
import { usePathname } from 'next/navigation'
import { useText } from '@/lib/i18n/client'
import { PAGES } from '@/lib/site/pages'

const LINK =
  'absolute left-2 -top-16 z-20 rounded-2 bg-inverse px-3.5 py-2 text-on-inverse focus:top-2 print:hidden'

/** To the content; where there are a panel and a timeline, to these (WCAG 2.2, 2.4.1). */
export function SkipLinks() {
  const t = useText('shell')
  const path = usePathname().replace(/^\/ko(?=\/|$)/, '') || '/'
  const hasPanel = PAGES.some((page) => page.path === path && page.shows !== 'text')
  return (
    <>
      <a className={LINK} href="#main">
        {t('skip')}
      </a>
      {hasPanel && (
        <>
          <a className={LINK} href="#panel">
            {t('skip-panel')}
          </a>
          <a className={LINK} href="#timeline">
            {t('skip-timeline')}
          </a>
        </>
      )}
    </>
  )
}

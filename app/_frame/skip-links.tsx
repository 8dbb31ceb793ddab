import { getTranslations } from 'next-intl/server'
import { cx } from '@/app/_ui/cx'

const LINK =
  'absolute left-2 -top-16 z-20 rounded-2 bg-inverse px-3.5 py-2 text-on-inverse focus:top-2 print:hidden'

/** To the content; where there are a panel and a timeline, to these (WCAG 2.2, 2.4.1). */
export async function SkipLinks() {
  const t = await getTranslations('shell')
  return (
    <>
      <a className={LINK} href="#main">
        {t('skip')}
      </a>
      <a className={cx(LINK, '[body:not(:has(#panel))_&]:hidden')} href="#panel">
        {t('skip-panel')}
      </a>
      <a className={cx(LINK, '[body:not(:has(#timeline))_&]:hidden')} href="#timeline">
        {t('skip-timeline')}
      </a>
    </>
  )
}

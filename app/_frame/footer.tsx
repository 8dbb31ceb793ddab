import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { localePath } from '@/lib/i18n/routing'
import { SIDE_PAGES } from '@/lib/site/pages'

export async function Footer() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shell')])
  return (
    <footer className="sticky top-full mt-12 print:static print:mt-4 print:py-2 border-t border-line pt-6 pb-8 text-13 text-ink-3">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-2 px-gutter">
        <span>{t('foot.demo')}</span>
        <span>{t('foot.measured')}</span>
        <span className="flex flex-wrap gap-x-6 print:hidden">
          {SIDE_PAGES.map(({ path, key }) => (
            <Link
              key={key}
              href={localePath(locale, path)}
              prefetch={false}
              className="inline-flex min-h-6 items-center max-tablet:min-h-10"
            >
              {t(`foot.${key}`)}
            </Link>
          ))}
        </span>
      </div>
    </footer>
  )
}

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { localePath } from '@/lib/i18n/routing'
import { SIDE_PAGES } from '@/lib/site/pages'

export async function Footer() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shell')])
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{t('foot.demo')}</span>
        <span>{t('foot.measured')}</span>
        <span className="links">
          {SIDE_PAGES.map(({ path, key }) => (
            <Link key={key} href={localePath(locale, path)} prefetch={false}>
              {t(`foot.${key}`)}
            </Link>
          ))}
        </span>
      </div>
    </footer>
  )
}

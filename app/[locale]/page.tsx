import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { KoreanLine } from '@/app/_frame/korean-line'
import { Compare } from '@/app/_pages/compare/compare'
import { CostsTable } from '@/app/_pages/compare/costs-table'
import { Icon } from '@/app/_ui/icon'
import { alternates } from '@/lib/i18n/alternates'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { STRATEGIES } from '@/lib/strategies/strategy'
import '@/app/styles/shop.css'
import '@/app/styles/compare.css'
import '@/app/styles/dials.css'
import '@/app/styles/motion.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'shell' })
  return { title: { absolute: t('title') }, alternates: alternates(locale, '/') }
}

export default async function ComparePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('compare')
  return (
    <main id="main">
      <KoreanLine locale={locale} />
      <noscript>
        <p className="wrap notice">{t('noscript')}</p>
      </noscript>
      <Compare />
      <div className="wrap below">
        <CostsTable />
        <section aria-labelledby="next">
          <h2 id="next">{t('next.title')}</h2>
          <p className="sub">{t('next.sub')}</p>
          <ul className="next">
            {STRATEGIES.map((name) => (
              <li key={name}>
                <Link href={localePath(locale, `/${name}`)} prefetch={false}>
                  {t(`next.${name}`)}
                </Link>
                <Icon name="right" />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { KoreanLine } from '@/app/_frame/korean-line'
import { Compare } from '@/app/_pages/compare/compare'
import { CostsBelow } from '@/app/_pages/compare/costs-below'
import { FORETOLD } from '@/app/_pages/compare/foretold'
import { Icon } from '@/app/_ui/icon'
import { alternates } from '@/lib/i18n/alternates'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { STRATEGIES } from '@/lib/strategies/strategy'

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
        <p className="mx-auto max-w-page px-gutter py-3 font-semibold">{t('noscript')}</p>
      </noscript>
      <Compare foretold={FORETOLD}>
        <div className="mx-auto grid max-w-page grid-cols-2 gap-12 px-gutter py-12 max-tablet:grid-cols-1 max-tablet:gap-8 max-tablet:py-8 noscript:hidden">
          <CostsBelow />
          <div>
            <h2 className="text-20 font-bold">{t('next.title')}</h2>
            <p className="mb-4 text-ink-2">{t('next.sub')}</p>
            <ul>
              {STRATEGIES.map((name) => (
                <li
                  key={name}
                  className="flex items-baseline justify-between gap-3 border-t border-line py-1.5"
                >
                  <Link href={localePath(locale, `/${name}`)} prefetch={false} className="py-1 font-semibold">
                    {t(`next.${name}`)}
                  </Link>
                  <Icon name="right" />
                </li>
              ))}
            </ul>
          </div>
        </div>
      </Compare>
    </main>
  )
}

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
import { pageOf } from '@/lib/site/pages'
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
            <Ways t={t} locale={locale} keys={STRATEGIES} />
            <h2 className="mt-8 mb-4 text-20 font-bold">{t('next.on')}</h2>
            <Ways t={t} locale={locale} keys={['learn', 'choose', 'note', 'glossary']} />
          </div>
        </div>
      </Compare>
    </main>
  )
}

/** `keys`: of pages; those that do not exist are left out. */
function Ways({ t, locale, keys }: { t: (key: string) => string; locale: Locale; keys: readonly string[] }) {
  return (
    <ul>
      {keys
        .map(pageOf)
        .filter((page) => page !== null)
        .map(({ path, key }) => (
          <li key={key} className="flex items-baseline justify-between gap-3 border-t border-line py-1.5">
            <Link href={localePath(locale, path)} prefetch={false} className="py-1 font-semibold">
              {t(`next.${key}`)}
            </Link>
            <Icon name="right" />
          </li>
        ))}
    </ul>
  )
}

import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { socialPicture } from '@/app/_frame/social-picture'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'
import { FirstLesson } from './first-lesson'
import { LaneScene } from './lane-scene'

export interface LaneProps {
  params: Promise<{ locale: Locale }>
}

export function laneMetadata(strategy: StrategyName) {
  return async ({ params }: LaneProps): Promise<Metadata> => {
    const { locale } = await params
    const t = await getTranslations({ locale, namespace: 'lane' })
    return {
      title: t('title', { lane: strategy }),
      description: t(`clause.${strategy}`),
      alternates: alternates(locale, `/${strategy}`),
      openGraph: await socialPicture(locale, strategy),
    }
  }
}

/** One lane at full width: shop and account on the left, the whole panel on the right. */
export async function LanePage({ strategy, params }: LaneProps & { strategy: StrategyName }) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('lane')
  const compare = await getTranslations('compare')
  return (
    <main id="main" className={`lane-${strategy} print:[zoom:0.66]`}>
      <LaneScene strategy={strategy}>
        <h1 className="flex items-center gap-2.5 font-mono text-20 leading-none font-bold tracking-tight whitespace-nowrap">
          <WhereGlyph strategy={strategy} />
          <span>
            <span className="text-lane">{strategy}</span>{' '}
            <span className="font-sans text-16 font-normal tracking-normal text-ink-2">{t('lane')}</span>
          </span>
        </h1>
        <div className="order-1 basis-full text-13 text-ink-2 laptop:order-none laptop:flex laptop:flex-1 laptop:basis-0 laptop:items-center laptop:gap-x-5">
          <p className="inline laptop:block mr-1.5 laptop:mr-0 laptop:max-w-measure">
            {t(`clause.${strategy}`)}
          </p>
          <FirstLesson strategy={strategy} locale={locale} />
        </div>
        <noscript>
          <p className="text-14">{compare('noscript')}</p>
        </noscript>
      </LaneScene>
    </main>
  )
}

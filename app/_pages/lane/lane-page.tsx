import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { socialPicture } from '@/app/_frame/social-picture'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneScene } from './lane-scene'
import '@/app/styles/shop.css'
import '@/app/styles/motion.css'
import '@/app/styles/inspector.css'
import '@/app/styles/lane.css'
import '@/app/styles/dials.css'
import '@/app/styles/acts.css'

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
    <main id="main" className={`lanepage ${strategy}`}>
      <LaneScene strategy={strategy}>
        <h1>
          <WhereGlyph strategy={strategy} label={compare(`glyph.${strategy}`)} />
          <span>{strategy}</span>
        </h1>
        <p>{t(`clause.${strategy}`)}</p>
        <noscript>
          <p className="notice">{compare('noscript')}</p>
        </noscript>
      </LaneScene>
    </main>
  )
}

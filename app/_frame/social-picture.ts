import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { StrategyName } from '@/lib/strategies/strategy'

/** What a link to a page is shown with, in the page's language. scripts/link-pictures.ts draws them. */
export async function socialPicture(
  locale: string,
  name: 'home' | StrategyName,
): Promise<NonNullable<Metadata['openGraph']>> {
  const t = await getTranslations({ locale, namespace: 'pictures' })
  const url = `/pictures/${locale}-${name}.png`
  return { images: { url, width: 1200, height: 630, type: 'image/png', alt: t(`alt.${name}`) } }
}

import type { MetadataRoute } from 'next'
import { shopOrigin } from '@/lib/http/host'
import { LOCALES, localePath } from '@/lib/i18n/routing'
import { LESSONS } from '@/lib/lessons'
import { names } from '@/lib/process/env'
import { PAGES, SIDE_PAGES } from '@/lib/site/pages'

export const dynamic = 'force-dynamic'

/** Every page in both languages. Labs ask not to be listed. */
export default function sitemap(): MetadataRoute.Sitemap {
  const origin = shopOrigin(names())
  const listed = [...PAGES, ...SIDE_PAGES]
    .map(({ path }) => path as string)
    .filter((path) => !path.startsWith('/labs'))
  return [...listed, ...LESSONS.map(({ slug }) => `/learn/${slug}`)].flatMap((path) => {
    const languages = Object.fromEntries(LOCALES.map((locale) => [locale, origin + localePath(locale, path)]))
    return LOCALES.map((locale) => ({ url: languages[locale]!, alternates: { languages } }))
  })
}

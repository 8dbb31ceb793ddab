import { defineRouting } from 'next-intl/routing'

export const LOCALES = ['en', 'ko'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * English without a prefix, Korean under /ko. No cookie: the site adds nothing of its own to the
 * cookie store it teaches about. No detection: without a cookie it would send a Korean browser
 * back to /ko for ever.
 */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  localeCookie: false,
  localeDetection: false,
  alternateLinks: false,
})

/** `/labs` and `ko` make `/ko/labs`; `/` and `en` make `/`. */
export function localePath(locale: string, path: string): string {
  if (locale === routing.defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

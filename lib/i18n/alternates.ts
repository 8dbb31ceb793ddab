import type { Metadata } from 'next'
import { LOCALES, localePath } from './routing'

/** The same page in the other language, for search engines and browsers. `path` has no locale prefix. */
export function alternates(locale: string, path: string): Metadata['alternates'] {
  const languages = Object.fromEntries(LOCALES.map((name) => [name, localePath(name, path)]))
  return { canonical: localePath(locale, path), languages: { ...languages, 'x-default': path } }
}

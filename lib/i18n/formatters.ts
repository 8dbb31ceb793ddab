/** Formatters of the browser, each made once: making one takes as long as hundreds of its uses. */

type Key = [locale: string, options?: object, zone?: number]

/** Keeps what was made for the same words. */
function kept<Made>(make: (...key: Key) => Made): (...key: Key) => Made {
  const all = new Map<string, Made>()
  return (...key) => {
    const name = JSON.stringify(key)
    const known = all.get(name) ?? make(...key)
    all.set(name, known)
    return known
  }
}

export const numberFormat: (locale: string, options?: Intl.NumberFormatOptions) => Intl.NumberFormat = kept(
  (locale, options) => new Intl.NumberFormat(locale, options),
)

/** The page may stay open while its reader travels: a formatter keeps the time zone that it was made in. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dateFormats(locale, options, new Date().getTimezoneOffset())

const dateFormats = kept((locale, options) => new Intl.DateTimeFormat(locale, options))

/** "one", "other": which form of a word goes with the number, in the languages of this site (CLDR). The browser's own rules take longer to come than the page to draw. */
export const pluralOf = (n: number, locale: string): string =>
  locale === 'en' && Math.abs(n) === 1 ? 'one' : 'other'

/** "1,234". A small whole number is written alike in both languages of this site, and most are small. */
export const numeral = (n: number, locale: string): string =>
  Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : numberFormat(locale).format(n)

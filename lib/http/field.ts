/** Field values as they cross the wire. Pure: pages read them too. */

/**
 * Takes off what may stand around a value: SP and HTAB, and nothing else (OWS, RFC 9110 section 5.6.3; WSP, RFC 6265bis section 5.6).
 * `trim` takes off more, U+00A0 among it, which is an octet of a field like any other: what a credential is would have two spellings.
 */
export const withoutOws = (text: string): string => stripped(text, ' \t')

/** From both ends, and in one go: an expression would try each blank of many as the first of the last ones. */
export function stripped(text: string, blanks: string): string {
  let from = 0
  let to = text.length
  while (from < to && blanks.includes(text[from]!)) from++
  while (to > from && blanks.includes(text[to - 1]!)) to--
  return text.slice(from, to)
}

export type Pair = [name: string, value: string]

/**
 * The pairs of a Cookie field: parted by semicolons, name and value by the first `=`; quotes belong to the value (RFC 6265bis section
 * 4.2.1). Without `=` all of it is the value.
 */
export function cookiePairs(field: string): Pair[] {
  return field
    .split(';')
    .map(withoutOws)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=')
      return cut < 0 ? ['', pair] : [withoutOws(pair.slice(0, cut)), withoutOws(pair.slice(cut + 1))]
    })
}

/** What stands before the parameters of a Content-Type; types are compared in any case (RFC 9110 section 8.3.1). */
export const mediaTypeOf = (contentType: string | null): string =>
  withoutOws((contentType ?? '').split(';', 1)[0]!).toLowerCase()

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

/** Of a cookie: parted by the first `=`; without one all of it is the value (RFC 6265bis section 5.6). */
export function pairOf(text: string): Pair {
  const cut = text.indexOf('=')
  return cut < 0 ? ['', withoutOws(text)] : [withoutOws(text.slice(0, cut)), withoutOws(text.slice(cut + 1))]
}

const isBlank = (text: string) => withoutOws(text) === ''

/** The pairs of a Cookie field: parted by semicolons; quotes belong to the value (RFC 6265bis section 4.2.1). */
export function cookiePairs(field: string): Pair[] {
  return field
    .split(';')
    .filter((pair) => !isBlank(pair))
    .map(pairOf)
}

/** The field with each pair told otherwise, and what parts them as it came. @param tell null: without this pair */
export function mapPairs(field: string, tell: (pair: string) => string | null): string {
  const told = field.split(';').map((pair) => (isBlank(pair) ? pair : tell(pair)))
  return told.filter((pair) => pair !== null).join(';')
}

/** A Cookie field, as a browser writes it (RFC 6265bis section 5.8.3). */
export const cookieField = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('; ')

/** What stands before the parameters of a Content-Type; types are compared in any case (RFC 9110 section 8.3.1). */
export const mediaTypeOf = (contentType: string | null): string =>
  withoutOws((contentType ?? '').split(';', 1)[0]!).toLowerCase()

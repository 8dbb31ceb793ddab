/**
 * Where Chromium does something else with a Set-Cookie line than RFC 6265bis says: measured. e2e/set-cookie.spec.ts lays these lines before the
 * browser again in each run, so that a page that names a difference stays true. Pure.
 */
import { readChromiumDate } from './chromium-date'
import { type CookieAttribute, readSetCookie, type SetCookie } from './set-cookie'
import { type CookieContext, type Expectation, isHostCookie, startsWith, storedBy } from './storage-model'

/** Each with the sentence `cookie.differs.<code>` in the catalogue of the bench. */
export const DIFFERENCES = [
  'lastUndoes',
  'plusSign',
  'dateForm',
  'tab',
  'namelessEquals',
  'partitioned',
  'partitionedNotSecure',
  'httpPrefix',
  'hostHttpPrefix',
  'hiddenHttpPrefix',
  'hostPrefixDomain',
  'hostPrefixPath',
] as const
export type Difference = (typeof DIFFERENCES)[number]

export interface InChromium {
  /** Why it differs; never empty. */
  differences: Difference[]
  kind: Expectation['kind']
  keptUntil: number | null
  capped: boolean
}

/** null: Chromium does what the text says. */
export function inChromium(
  line: string,
  around: CookieContext,
  octetsOf?: (text: string) => number,
): InChromium | null {
  const cookie = readSetCookie(line, octetsOf)
  const byText = storedBy(cookie, around)
  if (byText.kind === 'refused') return null
  const ends = endsIn(cookie)
  const { kind, keptUntil, capped } = storedBy({ ...cookie, ...ends.read }, around)
  const refusals = refusalsOf(cookie, byText)
  const endsOtherwise = kind !== byText.kind || keptUntil !== byText.keptUntil
  const differences = [
    ...refusals,
    ...(endsOtherwise ? ends.because : []),
    ...(isPartitioned(cookie) && refusals.length === 0 ? ['partitioned' as const] : []),
  ]
  if (differences.length === 0) return null
  return { differences, kind: refusals.length > 0 ? 'refused' : kind, keptUntil, capped }
}

/** Of an attribute that comes twice the last counts, also where it has to be ignored; and other forms of numbers and dates are read. */
function endsIn({ attributes }: SetCookie) {
  const maxAge = lastOf(attributes, 'max-age')
  const expires = lastOf(attributes, 'expires')
  const read = {
    maxAge: /^[+-]?[0-9]+$/.test(maxAge?.value ?? '') ? Number(maxAge!.value) : null,
    expires: readChromiumDate(expires?.value ?? ''),
  }
  const undoes = [maxAge, expires].some(
    (last) => last?.ignored && attributes.some(({ known, ignored }) => known === last.known && !ignored),
  )
  const because: Difference[] = [
    ...(undoes ? (['lastUndoes'] as const) : []),
    ...(maxAge?.value.startsWith('+') ? (['plusSign'] as const) : []),
    ...(!undoes && !maxAge?.value.startsWith('+') ? (['dateForm'] as const) : []),
  ]
  return { read, because }
}

const lastOf = (attributes: readonly CookieAttribute[], known: CookieAttribute['known']) =>
  attributes.findLast((one) => one.known === known && one.ignored !== 'tooLong')

function refusalsOf(cookie: SetCookie, byText: Expectation): Difference[] {
  const { name, value, secure, httpOnly } = cookie
  const rules: [Difference, boolean][] = [
    ['tab', [cookie, ...cookie.attributes].some((part) => `${part.name}${part.value}`.includes('\t'))],
    ['namelessEquals', name === '' && value.includes('=')],
    ['partitionedNotSecure', isPartitioned(cookie) && !secure],
    ['httpPrefix', startsWith(name, '__http-') && !(secure && httpOnly)],
    [
      'hostHttpPrefix',
      startsWith(name, '__host-http-') && !(secure && httpOnly && isHostCookie(cookie, byText)),
    ],
    ['hiddenHttpPrefix', name === '' && startsWith(value, '__http-')],
    ['hostPrefixDomain', startsWith(name, '__host-') && Boolean(cookie.domain)],
    ['hostPrefixPath', startsWith(name, '__host-') && cookie.path === 'default'],
  ]
  return rules.filter(([, broken]) => broken).map(([code]) => code)
}

const isPartitioned = ({ attributes }: SetCookie) =>
  attributes.some(({ name, value }) => name.toLowerCase() === 'partitioned' && value.length <= 1024)

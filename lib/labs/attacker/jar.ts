/**
 * The cookie workbench on the attacker's own host: what is set is written here line by line, and nothing else can be set. On the shop's
 * host it could push out or overwrite what the visitor has there.
 */
import { cookiePairs } from '@/lib/http/field'

/** All names begin so, after the prefixes that browsers heed (RFC 6265bis section 4.1.3). */
const OURS = /^(?:__Secure-|__Host-|__Http-)?bench-/

/** Cookies for the pages and this one below: a Path that is not that of the page. */
const HERE = '/attacker'
export const SHELF = '/attacker/jar/cart'
const DAY = 24 * 60 * 60
const LONG = `Max-Age=${DAY}`

/** Set-Cookie lines by step. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  attributes: [
    `bench-http-only=value; Path=${HERE}; ${LONG}; HttpOnly; SameSite=Lax`,
    `bench-secure=value; Path=${HERE}; ${LONG}; Secure; SameSite=Lax`,
    `bench-none=value; Path=${HERE}; ${LONG}; SameSite=None`,
    `__Secure-bench-bare=value; Path=${HERE}; ${LONG}; SameSite=Lax`,
    `__Host-bench-path=value; Path=${HERE}; ${LONG}; Secure; SameSite=Lax`,
    `bench-long=value; Path=${HERE}; Max-Age=${999 * DAY}; SameSite=Lax`,
  ],
  shelf: [`bench-shelf=value; Path=${SHELF}; ${LONG}; SameSite=Lax`],
  'null-there': [`bench-shelf=; Path=${SHELF}; ${LONG}; SameSite=Lax`],
  'delete-elsewhere': ['bench-shelf=; Path=/; Max-Age=0'],
  'delete-there': [`bench-shelf=; Path=${SHELF}; Max-Age=0`],
  twice: [
    `bench-twice=outer; Path=${HERE}; ${LONG}; SameSite=Lax`,
    `bench-twice=inner; Path=${SHELF}; ${LONG}; SameSite=Lax`,
  ],
  credentials: [
    `bench-plain-credential=value; Path=${HERE}; ${LONG}; HttpOnly; SameSite=Lax`,
    `bench-secure-credential=value; Path=${HERE}; ${LONG}; HttpOnly; Secure; SameSite=Lax`,
  ],
  'clear-bench': gone(
    ['bench-http-only', 'bench-secure', 'bench-none', 'bench-long', 'bench-twice', 'bench-script'].map(
      (name) => [name, HERE],
    ),
    [['bench-twice', SHELF]],
    [
      ['__Secure-bench-bare', HERE],
      ['__Host-bench-path', HERE],
      ['__Http-bench-script', HERE],
    ],
  ),
  'clear-credentials': gone([
    ['bench-plain-credential', HERE],
    ['bench-secure-credential', HERE],
  ]),
}

/** `fill-3`, `secure-3`, `clear-fill-3`: the fourth of ten answers with 25 cookies each. */
const FILLERS = /^(?<clear>clear-)?(?<kind>fill|secure)-(?<part>\d)$/
const EACH = 25

/** null: there is no such step. */
export function linesOf(step: string): readonly string[] | null {
  const groups = FILLERS.exec(step)?.groups
  if (!groups) return Object.hasOwn(STEPS, step) ? STEPS[step]! : null
  const { clear, kind, part } = groups
  const secure = kind === 'secure' ? '; Secure' : ''
  const first = Number(part) * EACH
  return Array.from({ length: EACH }, (_, index) => {
    const name = `bench-${kind}-${first + index}`
    return clear ? `${name}=; Path=${HERE}; Max-Age=0${secure}` : `${name}=x; Path=${HERE}; ${LONG}${secure}`
  })
}

/** What of a Cookie field is ours, and how many others there are: cookies know no ports (RFC 6265bis section 8.5). */
export function sentOf(field: string | null): { ours: [name: string, value: string][]; others: number } {
  const pairs = cookiePairs(field ?? '')
  const ours = pairs.filter(([name]) => OURS.test(name))
  return { ours, others: pairs.length - ours.length }
}

function gone(...lists: string[][][]): string[] {
  return lists.flat().map(([name, path]) => `${name}=; Path=${path}; Max-Age=0; Secure`)
}

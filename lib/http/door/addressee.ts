/**
 * To which name was it sent, and to which path? A page that makes another name point here (DNS rebinding) would be same-origin with
 * whatever answers, so nothing does but the question whether the server lives: that holds nothing.
 */
import { routing } from '@/lib/i18n/routing'
import { hostRule, type Names, shopOrigin } from '../host'

export type Addressee = 'here' | 'unknown' | { location: string }

/** Answered by route handlers, which know their methods. */
const ROUTES = /^\/(?:api|attacker\/(?:jar|errands|reports))(?:\/|$)/
/** Neither pages nor the API: under both names, and never in a language. */
const FILES = /^\/(?:_next\/|pictures\/|(?:icon\.svg|robots\.txt|sitemap\.xml|\.well-known\/security\.txt)$)/

/** Pages of lab X24, beneath the shop of a device (lib/labs/where). */
const PAGES_OF_A_LAB = /^\/api\/(?:cookie|session|jwt)\/[^/]+\/[^/]+\/(?:refresh\/)?where\//

export const isLabPage = (path: string) => PAGES_OF_A_LAB.test(path)
export const isApi = (path: string) => path.startsWith('/api/')
export const isRoute = (path: string) => ROUTES.test(path)
export const isFile = (path: string) => FILES.test(path)

export function addresseeOf(host: string | undefined, path: string, query: string, names: Names): Addressee {
  if (path === '/api/health') return 'here'
  const { site } = hostRule(host ?? null, path, names)
  if (site === 'unknown') return 'unknown'
  const moved = site === 'moved' && !isFile(path)
  const proper = properPath(path, site !== 'attacker')
  if (!moved && proper === path) return 'here'
  const location = new URL(shopOrigin(names))
  location.pathname = proper
  location.search = query
  return { location: site === 'shop' || moved ? location.href : location.pathname + location.search }
}

/**
 * Single slashes, none at the end, and no prefix for the language that has none. Percent-escapes stay as they are: a decoded tab or
 * line break would vanish when the browser reads the address, and `/\t/name` become another site.
 */
export function properPath(path: string, isShop: boolean): string {
  const single = path.replace(/\/{2,}/g, '/')
  if (!isShop || isFile(single)) return single
  const prefix = `/${routing.defaultLocale}`
  const isPrefixed = single === prefix || single.startsWith(`${prefix}/`)
  const bare = isPrefixed && !isApi(single) ? single.slice(prefix.length) || '/' : single
  return bare.length > 1 && bare.endsWith('/') && bare !== '/api/' ? bare.slice(0, -1) : bare
}

import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'
import { attackerOrigin, type HostRule, hostRule, type Names, shopOrigin } from './lib/http/host'
import {
  attackerPolicy,
  framedHeaders,
  framePolicy,
  type PageContext,
  pageHeaders,
} from './lib/http/page-headers'
import { LOCALES, routing } from './lib/i18n/routing'

const names: Names = { appOrigin: env.APP_ORIGIN, attackerOrigin: env.ATTACKER_ORIGIN, port: env.PORT }

/** Host, nonce, headers, locale of pages. Not a security boundary: every route checks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const rule = hostRule(request.headers.get('host'), request.nextUrl.pathname, names)
  const headers = headersFor(rule, request.nextUrl.pathname, {
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    shopOrigin: shopOrigin(names),
    attackerOrigin: attackerOrigin(names),
    tls: shopOrigin(names).startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  })
  const response = answer(rule, request, headers['Content-Security-Policy']!)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

const isFrame = (pathname: string) => pathname.startsWith('/labs/frame/')

function headersFor({ site }: HostRule, pathname: string, context: PageContext) {
  if (site === 'attacker') return framedHeaders(context, attackerPolicy(context))
  if (site === 'shop' && isFrame(pathname)) return framedHeaders(context, framePolicy(context))
  return pageHeaders(context)
}

function answer(rule: HostRule, request: NextRequest, policy: string): NextResponse {
  const { pathname, search } = request.nextUrl
  if (rule.site === 'unknown') return refuse()
  const proper = rule.site === 'shop' ? properPath(request) : pathname
  if (rule.site === 'moved' || proper !== pathname) {
    request.headers.set('x-asked-for', `${proper}${search}`)
    return NextResponse.rewrite(new URL('/api/moved', request.url), { request })
  }
  // Next.js reads the nonce for its own scripts from this request field.
  request.headers.set('Content-Security-Policy', policy)
  if (rule.site === 'attacker' && pathname === '/attacker')
    return NextResponse.rewrite(new URL('/attacker/en', request.url), { request })
  return rule.site === 'attacker' || isFrame(pathname) ? NextResponse.next({ request }) : localise(request)
}

const DEFAULT_PREFIX = new RegExp(`^/${routing.defaultLocale}(?=/|$)`)

/** Without a slash at the end, and without the prefix of the language that has none. Percent-escapes stay as they are: a decoded tab or line break would vanish when the browser reads the address, and `/\t/name` become another site. */
function properPath(request: NextRequest): string {
  const path = request.nextUrl.pathname.replace(DEFAULT_PREFIX, '')
  return isSlashed(request) ? path.replace(/\/+$/, '') || '/' : path || '/'
}

/** nextUrl has lost it. */
const isSlashed = (request: NextRequest) => /.\/$/.test(new URL(request.url).pathname)

/** `/labs` is served by `app/[locale]/labs`; the language is told to next-intl as its own middleware would. */
function localise(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const prefix = LOCALES.find((locale) => `${pathname}/`.startsWith(`/${locale}/`))
  request.headers.set('X-NEXT-INTL-LOCALE', prefix ?? routing.defaultLocale)
  if (prefix) return NextResponse.next({ request })
  const url = request.nextUrl.clone()
  url.pathname = `/${routing.defaultLocale}${pathname === '/' ? '' : pathname}`
  return NextResponse.rewrite(url, { request })
}

/** 421: this server does not answer under that name (RFC 9110 section 15.5.20). */
function refuse(): NextResponse {
  const text = `This shop is at ${shopOrigin(names)}. To serve it under another name, set APP_ORIGIN.\n`
  return new NextResponse(text, { status: 421, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

/** All but the API and files: their fields are in next.config.ts. An address that only looks like a file has a 404 page like any other. */
export const config = {
  matcher: [
    '/((?!api(?:/|$)|_next/|pictures/|icon\\.svg$|robots\\.txt$|sitemap\\.xml$|\\.well-known/security\\.txt$).*)',
  ],
}

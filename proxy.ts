import { type NextRequest, NextResponse } from 'next/server'
import { guard } from './app/_labs/where/guard'
import { attackerOrigin, frontOrigin, hostRule, shopOrigin } from './lib/http/host'
import {
  attackerPolicy,
  framedHeaders,
  framePolicy,
  type PageContext,
  pageHeaders,
} from './lib/http/page-headers'
import { LOCALES, routing } from './lib/i18n/routing'
import { gateAt } from './lib/labs/where/place'
import { names } from './lib/process/env'

/** Nonce, headers, locale of pages; which name was asked for, the door has seen to. Not a security boundary: every route checks for itself. */
export function proxy(request: NextRequest): NextResponse | Promise<NextResponse> {
  const { pathname } = request.nextUrl
  const gate = gateAt(pathname)
  if (gate) return guard(request, gate)
  const isAttacker = hostRule(request.headers.get('host'), pathname, names()).site === 'attacker'
  const headers = headersFor(isAttacker, pathname, {
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    shopOrigin: shopOrigin(names()),
    attackerOrigin: attackerOrigin(names()),
    frontOrigin: frontOrigin(names()),
    development: process.env.NODE_ENV === 'development',
  })
  // Next.js reads the nonce for its own scripts from this request field.
  request.headers.set('Content-Security-Policy', headers['Content-Security-Policy']!)
  const response = answer(isAttacker, request)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

const isFrame = (pathname: string) => pathname.startsWith('/labs/frame/')

function headersFor(isAttacker: boolean, pathname: string, context: PageContext) {
  if (isAttacker) return framedHeaders(attackerPolicy(context))
  if (isFrame(pathname)) return framedHeaders(framePolicy(context))
  return pageHeaders(context)
}

function answer(isAttacker: boolean, request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (isAttacker && pathname === '/attacker')
    return NextResponse.rewrite(new URL('/attacker/en', request.url), { request })
  return isAttacker || isFrame(pathname) ? NextResponse.next({ request }) : localise(request)
}

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

/** All but the API and files: their fields are in next.config.ts. An address that only looks like a file has a 404 page like any other. */
export const config = {
  matcher: [
    '/((?!api(?:/|$)|_next/|pictures/|icon\\.svg$|robots\\.txt$|sitemap\\.xml$|\\.well-known/security\\.txt$).*)',
    // Lab X24, checked or renewed here.
    '/api/:lane/:sandbox/:device/where/proxy/:path*',
    '/api/:lane/:sandbox/:device/refresh/where/proxy',
  ],
}

import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { env } from './lib/env'
import { attackerOrigin, hostRule, type Names, shopOrigin } from './lib/http/host'
import { pageHeaders } from './lib/http/page-headers'
import { routing } from './lib/i18n/routing'

const names: Names = { appOrigin: env.APP_ORIGIN, attackerOrigin: env.ATTACKER_ORIGIN, port: env.PORT }
const localise = createMiddleware(routing)

/** Host, nonce, headers, locale of pages. Not a security boundary: every route checks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const headers = pageHeaders({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    attackerOrigin: attackerOrigin(names),
    tls: shopOrigin(names).startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  })
  const response = answer(request, headers['Content-Security-Policy']!)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function answer(request: NextRequest, policy: string): NextResponse {
  const { pathname, search } = request.nextUrl
  const rule = hostRule(request.headers.get('host'), pathname, names)
  if (rule.site === 'unknown') return refuse()
  if (rule.site === 'moved') {
    request.headers.set('x-asked-for', `${pathname}${search}`)
    return NextResponse.rewrite(new URL('/api/moved', request.url), { request })
  }
  // Next.js reads the nonce for its own scripts from this request field.
  request.headers.set('Content-Security-Policy', policy)
  return rule.site === 'attacker' ? NextResponse.next({ request }) : localise(request)
}

/** 421: this server does not answer under that name (RFC 9110 section 15.5.20). */
function refuse(): NextResponse {
  const text = `This shop is at ${shopOrigin(names)}. To serve it under another name, set APP_ORIGIN.\n`
  return new NextResponse(text, { status: 421, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

export const config = { matcher: ['/((?!api(?:/|$)|_next/|.*\\.[a-z0-9]+$).*)'] }

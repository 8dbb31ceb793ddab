import { decodeJwt } from 'jose'
import { type NextRequest, NextResponse } from 'next/server'
import { ACCESS_COOKIE } from '@/lib/strategies/jwt/cookies'

/**
 * Optimistic: without a cookie there is nobody to look for. Whether it is worth something is seen where the cart is read (ports.ts).
 *
 * An act whose token is over has to be renewed before it arrives, for a Server Action gets no refresh token (its Path is /refresh). 307 keeps
 * the method and the body, there and back: nothing that was pressed is lost.
 */
export function proxy(request: NextRequest) {
  const token = request.cookies.get(ACCESS_COOKIE)?.value
  if (!token) return NextResponse.redirect(new URL('/sign-in', request.url))
  if (request.method === 'POST' && isOver(token)) {
    const to = new URLSearchParams({ to: request.nextUrl.pathname })
    return NextResponse.redirect(new URL(`/refresh?${to}`, request.url), 307)
  }
}

/** Believed, not verified: whoever writes another `exp` into it has no token any more. */
function isOver(token: string): boolean {
  try {
    return (decodeJwt(token).exp ?? 0) * 1000 <= Date.now()
  } catch {
    return false
  }
}

/** Not the sign-in page, and nothing that is no page. */
export const config = { matcher: ['/', '/support'] }

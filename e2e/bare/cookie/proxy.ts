import { type NextRequest, NextResponse } from 'next/server'
import { VISIT_COOKIE } from '@/lib/strategies/cookie/cookies'

/** Optimistic: without a cookie there is nobody to look for. Whether it is worth something is seen where the cart is read (ports.ts). */
export function proxy(request: NextRequest) {
  if (!request.cookies.has(VISIT_COOKIE)) return NextResponse.redirect(new URL('/sign-in', request.url))
}

/** Not the sign-in page, and nothing that is no page. */
export const config = { matcher: ['/', '/support'] }

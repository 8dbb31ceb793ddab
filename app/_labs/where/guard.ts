/** What proxy.ts does for pages of lab X24 that are checked or renewed there. */
import { type NextRequest, NextResponse } from 'next/server'
import { sendToSelf } from '@/lib/client/self'
import { type Gate, hasCredential } from '@/lib/labs/where/place'

export async function guard(request: NextRequest, gate: Gate): Promise<NextResponse> {
  const cookie = request.headers.get('cookie')
  if (gate.does === 'renews') return renewedBefore(gate, cookie)
  if (hasCredential(gate, cookie)) return NextResponse.next()
  return NextResponse.redirect(new URL(`${gate.shop}/where/open`, request.url))
}

/** Caller of who knows how: a proxy may run elsewhere than the pages. Here a cookie can still be set, for no answer has begun. */
async function renewedBefore({ shop }: Gate, cookie: string | null): Promise<NextResponse> {
  const response = NextResponse.next()
  const headers: [string, string][] = cookie ? [['Cookie', cookie]] : []
  const { setCookie } = await sendToSelf({ method: 'POST', path: `${shop}/refresh/where/renew`, headers })
  for (const line of setCookie) response.headers.append('Set-Cookie', line)
  return response
}

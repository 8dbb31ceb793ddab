/** The one address that gets the refresh token. It rotates, and sends the browser back to where it wanted to go. */
import type { NextRequest } from 'next/server'
import { refresh } from '@/lib/strategies/jwt/refresh'
import { ports } from '../../ports'

async function renew(request: NextRequest) {
  const { status } = await refresh(await ports())
  if (status !== 'valid') return to('/sign-in', 303)
  const asked = request.nextUrl.searchParams.get('to')
  // One of our own: an address that comes from outside could lead anywhere.
  return to(asked === '/support' ? asked : '/', 307)
}

const to = (Location: string, status: 303 | 307) => new Response(null, { status, headers: { Location } })

/** POST: an act on its way to a Server Action. 307 keeps it one. */
export { renew as GET, renew as POST }

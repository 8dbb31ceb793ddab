import { env } from '@/lib/env'
import { shopOrigin } from '@/lib/http/host'
import { methods } from '@/lib/http/methods'

/**
 * Where proxy.ts sends what was asked under the wrong name. It cannot answer itself: the framework takes
 * 127.0.0.1 for localhost and makes the address relative, which leads back here.
 */
const moved = (request: Request) => {
  const path = request.headers.get('x-asked-for') ?? '/'
  const names = { appOrigin: env.APP_ORIGIN, attackerOrigin: env.ATTACKER_ORIGIN, port: env.PORT }
  const location = new URL(shopOrigin(names))
  location.pathname = path.split('?', 1)[0] ?? '/'
  location.search = path.includes('?') ? path.slice(path.indexOf('?')) : ''
  return new Response(null, { status: 308, headers: { Location: location.href } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: moved,
  POST: moved,
  PUT: moved,
  PATCH: moved,
  DELETE: moved,
  OPTIONS: moved,
})

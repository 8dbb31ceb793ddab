/**
 * The owner credential: the one key to a sandbox's control plane. Its Path keeps it off every
 * request of the shop itself. Only its hash is stored.
 */
import { env } from '../env'

const PATH = '/api/sandbox'

/** `__Secure-` demands Secure (RFC 6265bis section 4.1.3.1), which INSECURE_HTTP gives up. */
export const OWNER_COOKIE = env.INSECURE_HTTP ? 'owner' : '__Secure-owner'

/** null: none was sent, or two of them, of which one must be planted. */
export function readOwnerToken(cookieField: string | null): string | null {
  const values = (cookieField ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .filter(([name]) => name === OWNER_COOKIE)
    .map(([, ...rest]) => rest.join('='))
  return values.length === 1 ? (values[0] ?? null) : null
}

/** The Set-Cookie line. `maxAge` in seconds; 0 deletes. */
export function ownerCookie(token: string, maxAge: number): string {
  const secure = env.INSECURE_HTTP ? '' : ' Secure;'
  return `${OWNER_COOKIE}=${token}; Path=${PATH}; Max-Age=${maxAge}; HttpOnly;${secure} SameSite=Strict`
}

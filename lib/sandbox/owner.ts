/**
 * The owner credential: the one key to a sandbox's control plane. Its Path keeps it off every
 * request of the shop itself. Only its hash is stored.
 */
import { cookiesOf, serialize } from '../http/cookies'

const NAME = '__Secure-owner'
const PATH = '/api/sandbox'

/** null: none was sent, or two of them, of which one must be planted. */
export function readOwnerToken(request: Request): string | null {
  const sent = cookiesOf(request.headers.get('cookie')).read(NAME)
  return sent.length === 1 ? (sent[0] ?? null) : null
}

/** The Set-Cookie field value. `maxAge` in seconds; 0 deletes. */
export function ownerCookie(token: string, maxAge: number): string {
  return serialize({ name: NAME, value: token, path: PATH, maxAge, httpOnly: true, sameSite: 'Strict' })
}

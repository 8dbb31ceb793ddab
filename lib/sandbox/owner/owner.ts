/**
 * The owner's key: the one credential of a sandbox's control plane. Its Path keeps it off every request of the shop itself.
 * Only its hash is stored. Cookies know no ports: copies of this site on one host share the cookie, so their keys lie in it side
 * by side (docs/decisions/0019).
 */
import { cookiesOf, serialize } from '@/lib/http/cookies'

const NAME = '__Secure-owner'
const PATH = '/api/sandbox'

/** In no key: those are base64url. */
const BETWEEN = '.'
/** Copies on one host. Each key is looked up. */
const MOST = 8
/** As it was issued (opaque.ts), behind the name of its cell if there is one, and in no other spelling. */
const KEYS = /^(?:[a-z0-9]{1,4}-)?[\w-]{43}(?:\.(?:[a-z0-9]{1,4}-)?[\w-]{43})*$/

/** Every key that came, each once; also those of a cookie that some program has planted under another Path. */
export function readOwnerKeys(request: Request): string[] {
  const sent = cookiesOf(request.headers.get('cookie')).read(NAME)
  const keys = sent.flatMap((value) => (KEYS.test(value) ? value.split(BETWEEN) : value))
  return [...new Set(keys)].slice(0, MOST)
}

/** The Set-Cookie field value. `maxAge` in seconds; 0 deletes. */
export function ownerCookie(keys: readonly string[], maxAge: number): string {
  const value = keys.slice(0, MOST).join(BETWEEN)
  return serialize({ name: NAME, value, path: PATH, maxAge, httpOnly: true, sameSite: 'Strict' })
}

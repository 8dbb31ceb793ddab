/**
 * How the owner's own browser looks on the wire: header lines of its requests to the control plane, which its credential proves to be the
 * owner's. What comes alike in a lane is nobody else's text (lib/trace/export/guest-text.ts).
 */
import { cookiePairs } from '@/lib/http/field'
import { ownCookie, ownLine } from '@/lib/trace/export/guest-text'

/** A browser has about twenty; a second one, a console and curl may come beside it. */
const MOST = 80
const LONGEST = 300
const MOST_COOKIES = 40

const SECRET = new Set(['authorization', 'proxy-authorization'])

export function noteOwnLines(own: Set<string> | null, { headers }: Request): void {
  if (!own) return
  for (const [name, value] of headers) {
    if (own.size >= MOST) return
    if (name === 'cookie')
      for (const [cookie] of cookiePairs(value).slice(0, MOST_COOKIES)) own.add(ownCookie(cookie))
    else if (!SECRET.has(name) && value.length <= LONGEST) own.add(ownLine(name, value))
  }
}

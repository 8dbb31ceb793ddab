/** A Set-Cookie line as a browser reads it (RFC 6265bis section 5.6), masked or whole. Pure. */
import { withoutOws } from '@/lib/http/field'
import { lengthOfMasked } from './mask-text'

export interface SetCookieLine {
  name: string
  /** Octets of name and value together, those behind a mask counted. */
  octets: number
  emptyValue: boolean
  path: string | null
  domain: string | null
  /** Seconds as written; null: absent or no number. */
  maxAge: number | null
  /** Milliseconds since the epoch; null: absent or no date. */
  expires: number | null
  httpOnly: boolean
  secure: boolean
  /** null: absent, or none of the three. */
  sameSite: 'Strict' | 'Lax' | 'None' | null
}

export function readSetCookie(line: string): SetCookieLine {
  const [pair = '', ...rest] = line.split(';')
  const [name, value] = nameAndValue(pair)
  // Of an attribute that comes twice the last counts.
  const attributes = new Map(rest.map(attribute))
  const text = (key: string) => attributes.get(key) || null
  const maxAge = text('max-age')
  const expires = Date.parse(text('expires') ?? '')
  const sameSite = text('samesite')?.toLowerCase()
  return {
    name,
    octets: name.length + lengthOfMasked(value),
    emptyValue: value === '',
    path: text('path')?.startsWith('/') ? text('path') : null,
    domain: text('domain')?.replace(/^\./, '').toLowerCase() ?? null,
    maxAge: maxAge !== null && /^-?\d+$/.test(maxAge) ? Number(maxAge) : null,
    expires: Number.isNaN(expires) ? null : expires,
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
    sameSite: (['Strict', 'Lax', 'None'] as const).find((one) => one.toLowerCase() === sameSite) ?? null,
  }
}

/** Without "=" all of it is the value. */
function nameAndValue(pair: string): [name: string, value: string] {
  const cut = pair.indexOf('=')
  return cut < 0 ? ['', withoutOws(pair)] : [withoutOws(pair.slice(0, cut)), withoutOws(pair.slice(cut + 1))]
}

function attribute(text: string): [key: string, value: string] {
  const cut = text.indexOf('=')
  if (cut < 0) return [withoutOws(text).toLowerCase(), '']
  return [withoutOws(text.slice(0, cut)).toLowerCase(), withoutOws(text.slice(cut + 1))]
}

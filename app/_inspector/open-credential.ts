/**
 * Opens the text of a credential as far as anybody can who holds it: decoded, never verified. Pure; nothing leaves the page.
 * The forms are those of lib/strategies: a JWT, a seal of iron-webcrypto, the signed and the plain visit, an opaque value.
 */
import { base64urlBytes, textOfBase64url } from './base64url'
import { type ClaimKind, claimKind } from './claims'
import { NOTES, UNKNOWN } from './field-notes'

export interface OpenPart {
  /** As it is called: a claim, a header parameter, a part of the seal. */
  name: string
  value: string
  /** Which note explains it (field-notes.ts). */
  note: string
  group: 'header' | 'claims' | 'signature' | 'seal' | 'visit' | 'value'
  /** Claims only. */
  kind?: ClaimKind
  /** Seconds since 1970, where the value is a time. */
  time?: number
  /** Octets behind the text, where the text only encodes them. */
  octets?: number
}

export interface OpenedCredential {
  form: 'jwt' | 'seal' | 'signed' | 'plain' | 'opaque' | 'unknown'
  parts: OpenPart[]
}

export function openCredential(text: string): OpenedCredential {
  return openSeal(text) ?? openJwt(text) ?? openVisit(text) ?? openOpaque(text)
}

function openJwt(text: string): OpenedCredential | null {
  const segments = text.split('.')
  const [header, claims] = segments.slice(0, 2).map(objectIn)
  if (segments.length !== 3 || !header || !claims || !('alg' in header)) return null
  const signature = segments[2]!
  return {
    form: 'jwt',
    parts: [
      ...Object.entries(header).map(([name, value]) => part('header', name, value, 'jwt')),
      ...Object.entries(claims).map(([name, value]) => ({
        ...part('claims', name, value, 'claim'),
        kind: claimKind(name),
        ...(TIMES.includes(name) && typeof value === 'number' && { time: value }),
      })),
      { ...part('signature', 'signature', signature, 'jwt'), octets: octetsIn(signature) },
    ],
  }
}

const TIMES = ['iat', 'nbf', 'exp', 'auth_time']

/** iron-webcrypto's parts between the asterisks; iron-session adds its version after the tilde. */
const SEAL = [
  'prefix',
  'password-id',
  'encryption-salt',
  'iv',
  'encrypted',
  'expiration',
  'hmac-salt',
  'hmac',
]
const ENCODED: Record<string, 'hex' | 'base64url'> = {
  'encryption-salt': 'hex',
  iv: 'base64url',
  encrypted: 'base64url',
  'hmac-salt': 'hex',
  hmac: 'base64url',
}

function openSeal(text: string): OpenedCredential | null {
  const [sealed = '', version] = text.split('~')
  const values = sealed.split('*')
  if (values[0] !== 'Fe26.2' || values.length !== SEAL.length) return null
  const parts = SEAL.map((name, i): OpenPart => {
    const value = values[i]!
    const encoded = ENCODED[name]
    const octets = encoded && { octets: encoded === 'hex' ? value.length / 2 : octetsIn(value) }
    return { ...part('seal', name, value, 'seal'), ...octets }
  })
  return {
    form: 'seal',
    parts: version === undefined ? parts : [...parts, part('seal', 'version', version, 'seal')],
  }
}

/** base64url JSON, with a signature behind a dot or without. */
function openVisit(text: string): OpenedCredential | null {
  const [body = '', mac, ...more] = text.split('.')
  const visit = objectIn(body)
  if (!visit || more.length > 0) return null
  const fields = Object.entries(visit).map(([name, value]) => ({
    ...part('visit', name, value, 'visit'),
    ...(name === 'exp' && typeof value === 'number' && { time: value }),
  }))
  if (mac === undefined) return { form: 'plain', parts: fields }
  return {
    form: 'signed',
    parts: [...fields, { ...part('signature', 'signature', mac, 'visit'), octets: octetsIn(mac) }],
  }
}

function openOpaque(text: string): OpenedCredential {
  const octets = octetsIn(text)
  if (text.length !== 43 || octets !== 32) return { form: 'unknown', parts: [] }
  return { form: 'opaque', parts: [{ ...part('value', 'value', text, 'opaque'), octets }] }
}

function part(group: OpenPart['group'], name: string, value: unknown, family: string): OpenPart {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const slug = `${family}-${name.toLowerCase().replaceAll('_', '-')}`
  return { group, name, value: text, note: Object.hasOwn(NOTES, slug) ? slug : UNKNOWN }
}

const octetsIn = (text: string) => base64urlBytes(text)?.length ?? 0

function objectIn(segment: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(textOfBase64url(segment) ?? '')
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

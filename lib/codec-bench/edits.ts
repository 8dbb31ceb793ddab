/** The classic changes to a credential, as texts. Pure: what comes of them only the server's answer tells. */
import { encodeText, textIn } from './base64url-text'

export const EDITS = [
  'payload-character',
  'signature-character',
  'spare-bits',
  'claim',
  'alg-none',
  'version',
  'cut-tail',
  'twice',
] as const
export type Edit = (typeof EDITS)[number]

/** null: this text has no such part. */
export function edited(edit: Edit, text: string): string | null {
  if (text === '') return null
  return CHANGES[edit](text)
}

const CHANGES: Record<Edit, (text: string) => string | null> = {
  /** In the middle of what is protected; of a random value, anywhere. */
  'payload-character': (text) => {
    const { start, end } = payloadOf(text)
    return changedAt(text, Math.floor((start + end) / 2))
  },
  'signature-character': (text) => {
    const at = signatureOf(text)
    return at === null ? null : changedAt(text, Math.floor((at.start + at.end) / 2))
  },
  /** The last character of base64url carries bits that mean nothing: another text, the same octets. */
  'spare-bits': (text) => {
    const at = signatureOf(text)
    const spare = at && SPARE[(at.end - at.start) % 4]
    return at && spare ? withSpareBits(text, at.end - 1, spare) : null
  },
  claim: (text) => jsonChanged(text, 0) ?? jsonChanged(text, 1),
  'alg-none': (text) => {
    const [head, claims] = segmentsOf(text) ?? []
    const header = head === undefined ? null : objectIn(head)
    return header && claims !== undefined
      ? `${encodeText(JSON.stringify({ ...header, alg: 'none' }))}.${claims}.`
      : null
  },
  /** iron-session writes its version behind the seal, where nothing protects it. */
  version: (text) => (/~\d+$/.test(text) ? text.replace(/~\d+$/, '~9') : null),
  'cut-tail': (text) => (text.length > 4 ? text.slice(0, -4) : null),
  /** As it stands, twice: in a cookie field that makes two values of one text. */
  twice: (text) => `${text}${text}`,
}

/** Characters of a last group of base64url: 2 mean one octet and four spare bits, 3 mean two octets and two. */
const SPARE: Record<number, number> = { 2: 4, 3: 2 }
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function withSpareBits(text: string, at: number, bits: number): string | null {
  const value = ALPHABET.indexOf(text[at]!)
  if (value < 0 || value % 2 ** bits !== 0) return null
  return text.slice(0, at) + ALPHABET[value + 1] + text.slice(at + 1)
}

interface Span {
  start: number
  /** Behind the last character. */
  end: number
}

/** The visit or the claims; of a seal what is encrypted. */
function payloadOf(text: string): Span {
  const parts = text.split('*')
  if (parts.length === SEAL_PARTS) return spanOf(parts, ENCRYPTED)
  const segments = text.split('.')
  return spanOf(segments, segments.length === 3 ? 1 : 0)
}

/** null: it has none. */
function signatureOf(text: string): Span | null {
  const [sealed = ''] = text.split('~')
  const parts = sealed.split('*')
  if (parts.length === SEAL_PARTS) return spanOf(parts, SEAL_PARTS - 1)
  const segments = text.split('.')
  const last = segments.length - 1
  return last > 0 && segments[last] !== '' ? spanOf(segments, last) : null
}

/** `Fe26.2*password*salt*iv*encrypted*expiration*salt*mac`, as iron-webcrypto writes it. */
const SEAL_PARTS = 8
const ENCRYPTED = 4

/** Parts are one character apart. */
function spanOf(parts: readonly string[], index: number): Span {
  const start = parts.slice(0, index).reduce((sum, part) => sum + part.length + 1, 0)
  return { start, end: start + parts[index]!.length }
}

const changedAt = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

/** An hour more to live; where there is no end to move, somebody else. */
function jsonChanged(text: string, index: number): string | null {
  const segments = text.split('.')
  const claims = segments[index] === undefined ? null : objectIn(segments[index])
  if (!claims) return null
  const more = laterOrOther(claims)
  return more && segments.map((one, i) => (i === index ? encodeText(JSON.stringify(more)) : one)).join('.')
}

function laterOrOther(claims: Record<string, unknown>): Record<string, unknown> | null {
  if (typeof claims.exp === 'number') return { ...claims, exp: claims.exp + 3600 }
  return typeof claims.sub === 'string' ? { ...claims, sub: 'sam' } : null
}

function segmentsOf(text: string): string[] | null {
  const segments = text.split('.')
  return segments.length === 3 ? segments : null
}

function objectIn(segment: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(textIn(segment) ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

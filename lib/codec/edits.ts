/** The classic changes to a credential, as texts. Pure: what comes of them only the server's answer tells. */
import { encodeText, textIn } from './base64url-text'
import { isNumber, isString, type JsonMember, lastNamed, membersOf, withMember, withValue } from './json-text'
import { plusSeconds } from './numeric-date'

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
  claim: (text) => segmentChanged(text, 0) ?? segmentChanged(text, 1),
  'alg-none': (text) => {
    const [head, claims] = segmentsOf(text) ?? []
    const unsigned = head === undefined ? null : jsonChanged(head, withoutAlgorithm)
    return unsigned === null ? null : `${unsigned}.${claims}.`
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

function segmentsOf(text: string): string[] | null {
  const segments = text.split('.')
  return segments.length === 3 ? segments : null
}

function segmentChanged(text: string, index: number): string | null {
  const segments = text.split('.')
  const changed = segments[index] === undefined ? null : jsonChanged(segments[index], laterOrOther)
  return changed === null ? null : segments.with(index, changed).join('.')
}

type JsonEdit = (json: string, members: JsonMember[]) => string | null

/** Letter for letter the same but for what the edit names. null: no JSON object, or it has nothing to change so. */
function jsonChanged(segment: string, edit: JsonEdit): string | null {
  const json = textIn(segment)
  const members = json === null ? null : membersOf(json)
  const changed = json !== null && members && edit(json, members)
  return changed ? encodeText(changed) : null
}

const HOUR = 3600

/** An hour more to live; where there is no end to move, somebody else. */
const laterOrOther: JsonEdit = (json, members) => {
  const [exp, sub] = [lastNamed(members, 'exp'), lastNamed(members, 'sub')]
  if (exp && isNumber(exp.text)) {
    const later = plusSeconds(exp.text, HOUR)
    return later && withValue(json, exp, later)
  }
  return sub && isString(sub.text) ? withValue(json, sub, '"sam"') : null
}

const withoutAlgorithm: JsonEdit = (json, members) => {
  const alg = lastNamed(members, 'alg')
  return alg ? withValue(json, alg, '"none"') : withMember(json, 'alg', '"none"')
}

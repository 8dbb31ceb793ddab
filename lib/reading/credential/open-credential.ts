/**
 * Opens the text of a credential as far as anybody can who holds it: decoded, never verified. Pure; nothing leaves the page.
 * The forms are those of lib/strategies: a JWT, a seal of iron-webcrypto, the signed and the plain visit, an opaque value.
 */
import { octetsIn, textIn } from '@/lib/codec/base64url-text'
import { isNumber, isString, type JsonMember, membersOf } from '@/lib/codec/json-text'
import { type NumericDate, numericDate } from '@/lib/codec/numeric-date'
import { NOTES, UNKNOWN } from '../notes/field-notes'
import { type ClaimKind, claimKind } from './claims'

export interface OpenPart {
  /** As it is called: a claim, a header parameter, a part of the seal. */
  name: string
  /** Of JSON letter for letter; a string without its quotes, where it is not taken for something else then. */
  value: string
  /** Which note explains it (field-notes.ts). */
  note: string
  group: 'header' | 'claims' | 'signature' | 'seal' | 'visit' | 'value'
  /** Claims only. */
  kind?: ClaimKind
  /** Where the value is meant to be a time. */
  time?: NumericDate
  /** The object has this name more than once. */
  repeated?: boolean
  /** Names that an object within the value has more than once. */
  repeatedWithin?: string[]
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
  const [header, claims] = segments.slice(0, 2).map(membersIn)
  if (segments.length !== 3 || !header || !claims || !header.some(({ name }) => name === 'alg')) return null
  const signature = segments[2]!
  return {
    form: 'jwt',
    parts: [
      ...header.map((member) => memberPart('header', member, 'jwt')),
      ...claims.map((member) => ({
        ...memberPart('claims', member, 'claim'),
        kind: claimKind(member.name),
        ...(TIMES.includes(member.name) && timeIn(member)),
      })),
      { ...part('signature', 'signature', signature, 'jwt'), octets: countIn(signature) },
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
    const octets = encoded && { octets: encoded === 'hex' ? value.length / 2 : countIn(value) }
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
  const visit = membersIn(body)
  if (!visit || more.length > 0) return null
  const fields = visit.map((member) => ({
    ...memberPart('visit', member, 'visit'),
    ...(member.name === 'exp' && timeIn(member)),
  }))
  if (mac === undefined) return { form: 'plain', parts: fields }
  return {
    form: 'signed',
    parts: [...fields, { ...part('signature', 'signature', mac, 'visit'), octets: countIn(mac) }],
  }
}

function openOpaque(text: string): OpenedCredential {
  const octets = countIn(text)
  if (text.length !== 43 || octets !== 32) return { form: 'unknown', parts: [] }
  return { form: 'opaque', parts: [{ ...part('value', 'value', text, 'opaque'), octets }] }
}

function part(group: OpenPart['group'], name: string, value: string, family: string): OpenPart {
  const slug = `${family}-${name.toLowerCase().replaceAll('_', '-')}`
  return { group, name, value, note: Object.hasOwn(NOTES, slug) ? slug : UNKNOWN }
}

function memberPart(group: OpenPart['group'], member: JsonMember, family: string): OpenPart {
  const { name, text, repeated, repeatedWithin } = member
  return { ...part(group, name, shown(text), family), repeated, repeatedWithin }
}

/** The string "1" is not the number 1: it keeps its quotes. */
function shown(text: string): string {
  if (!isString(text)) return text
  const value: string = JSON.parse(text)
  return isJson(value) ? text : value
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const timeIn = ({ text }: JsonMember) => (isNumber(text) ? { time: numericDate(text) } : {})

const countIn = (text: string) => octetsIn(text)?.length ?? 0

const membersIn = (segment: string) => membersOf(textIn(segment) ?? '')

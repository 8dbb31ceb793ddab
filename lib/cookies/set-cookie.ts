/**
 * A Set-Cookie line as a browser takes it apart (RFC 6265bis section 5.6), for whoever reads one here: traces, exports, labs, pages.
 * What a browser then does with it says storage-model.ts. Pure.
 */
import { pairOf, withoutOws } from '../http/field.ts'
import { readCookieDate } from './cookie-date.ts'

export const KNOWN_ATTRIBUTES = [
  'expires',
  'max-age',
  'domain',
  'path',
  'secure',
  'httponly',
  'samesite',
] as const
export type KnownAttribute = (typeof KNOWN_ATTRIBUTES)[number]

export interface CookieAttribute {
  name: string
  value: string
  /** null: none of this specification. */
  known: KnownAttribute | null
  /** Why it is ignored, so that an earlier one of its name stays; null: it is not. */
  ignored: 'unknown' | 'tooLong' | 'noDate' | 'noNumber' | null
  /** A later one of the same name counts in its place (section 5.7: "the last attribute"). */
  overridden: boolean
  /** Where it stands in the line, without the white space around it. */
  start: number
  end: number
}

export interface SetCookie {
  name: string
  value: string
  /** Of name and value together. */
  octets: number
  /** The line is ignored entirely. */
  broken: 'control' | 'tooLarge' | null
  /** In their order, the ignored ones too. */
  attributes: CookieAttribute[]
  /** Seconds, however many; null: absent or ignored, as for all that follow. */
  maxAge: number | null
  /** Milliseconds since the epoch. */
  expires: number | null
  /** In lower case and without a leading dot; empty: the same as absent (section 5.7 step 7). */
  domain: string | null
  /** `default`: there is one that names no path. */
  path: string | 'default' | null
  secure: boolean
  httpOnly: boolean
  /** null: absent, or none of the three ("Default"). */
  sameSite: 'Strict' | 'Lax' | 'None' | null
}

/** Octets of name and value together. */
export const MOST_OF_PAIR = 4096
const MOST_OF_ATTRIBUTE = 1024
/** All but HTAB. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/

/** Characters of a head are octets: Node reads it as latin1. */
const inHead = (text: string) => text.length

/** @param octetsOf how many octets a part of this line has, where that is not one a character */
export function readSetCookie(line: string, octetsOf: (text: string) => number = inHead): SetCookie {
  const { name, value } = readPair(line)
  const octets = octetsOf(name) + octetsOf(value)
  const attributes = attributesIn(line, octetsOf)
  const last = (known: KnownAttribute) =>
    attributes.findLast((one) => one.known === known && one.ignored === null)?.value
  const path = last('path')
  return {
    name,
    value,
    octets,
    broken: CONTROL.test(line) ? 'control' : octets > MOST_OF_PAIR ? 'tooLarge' : null,
    attributes,
    maxAge: numberIn(last('max-age')),
    expires: readCookieDate(last('expires') ?? ''),
    domain: last('domain')?.replace(/^\./, '').toLowerCase() ?? null,
    path: path === undefined || path.startsWith('/') ? (path ?? null) : 'default',
    secure: last('secure') !== undefined,
    httpOnly: last('httponly') !== undefined,
    sameSite: sameSiteIn(last('samesite')),
  }
}

/** Name and value: what stands before the first semicolon. Without "=" all of it is the value. */
export function readPair(line: string): { name: string; value: string } {
  const semicolon = line.indexOf(';')
  const [name, value] = pairOf(semicolon < 0 ? line : line.slice(0, semicolon))
  return { name, value }
}

function attributesIn(line: string, octetsOf: (text: string) => number): CookieAttribute[] {
  const found: CookieAttribute[] = []
  for (let semicolon = line.indexOf(';'); semicolon >= 0; ) {
    const next = line.indexOf(';', semicolon + 1)
    const text = line.slice(semicolon + 1, next < 0 ? line.length : next)
    const bare = withoutOws(text)
    const start = semicolon + 1 + text.indexOf(bare)
    if (bare !== '') found.push({ ...readAttribute(bare, octetsOf), start, end: start + bare.length })
    semicolon = next
  }
  return found.map((one, i) => ({ ...one, overridden: isOverridden(one, found.slice(i + 1)) }))
}

const isOverridden = ({ known, ignored }: CookieAttribute, later: readonly CookieAttribute[]) =>
  known !== null && ignored === null && later.some((one) => one.known === known && one.ignored === null)

function readAttribute(text: string, octetsOf: (text: string) => number) {
  const cut = text.indexOf('=')
  const name = cut < 0 ? text : withoutOws(text.slice(0, cut))
  const value = cut < 0 ? '' : withoutOws(text.slice(cut + 1))
  const known = KNOWN_ATTRIBUTES.find((one) => one === name.toLowerCase()) ?? null
  const ignored = octetsOf(value) > MOST_OF_ATTRIBUTE ? 'tooLong' : whyIgnored(known, value)
  return { name, value, known, ignored, overridden: false } as const
}

/** By the subsections on single attributes. */
function whyIgnored(known: KnownAttribute | null, value: string): 'unknown' | 'noDate' | 'noNumber' | null {
  if (known === null) return 'unknown'
  if (known === 'expires' && readCookieDate(value) === null) return 'noDate'
  return known === 'max-age' && numberIn(value) === null ? 'noNumber' : null
}

/** Digits, and one minus before them. */
const numberIn = (text = '') => (/^-?[0-9]+$/.test(text) ? Number(text) : null)

const sameSiteIn = (text = '') =>
  (['Strict', 'Lax', 'None'] as const).find((one) => one.toLowerCase() === text.toLowerCase()) ?? null

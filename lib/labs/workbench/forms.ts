/**
 * What anybody can do with the text of a credential, without a key: tell its form, read it, write something else in its place.
 * Decoding is not verifying: nothing here knows whether a text is authentic.
 */
import { edited } from '@/lib/codec/edits'

/** `opaque`: random, there is nothing to read. */
export type CredentialForm = 'sealed' | 'signed' | 'plain' | 'token' | 'opaque'

export function formOf(text: string): CredentialForm {
  if (text.startsWith('Fe26.2*')) return 'sealed'
  const parts = text.split('.').length
  if (parts === 3) return 'token'
  if (parts === 2) return 'signed'
  return decodedJson(text) ? 'plain' : 'opaque'
}

/** What it says; null: no part of it is base64url JSON. */
export function readable(text: string): Record<string, unknown> | null {
  const form = formOf(text)
  return form === 'sealed' || form === 'opaque' ? null : decodedJson(partsOf(text).payload)
}

/** Numbers in it changed, the signature left as it is; where nothing can be read, one character exchanged. */
export function altered(text: string, numbers: Readonly<Record<string, number>>): string {
  if (!readable(text)) return exchanged(text, Math.floor(text.length / 2))
  const { before, payload, after } = partsOf(text)
  const changed = Object.entries(numbers).reduce(
    (json, [name, value]) => json.replace(new RegExp(`"${name}":\\d+`), `"${name}":${value}`),
    Buffer.from(payload, 'base64url').toString(),
  )
  return [...before, encoded(changed), ...after].join('.')
}

/** Other texts that a forgiving decoder takes for the same one. */
export function spellings(text: string): string[] {
  const others = [
    edited('spare-bits', text) ?? edited('spare-bits', `.${text}`)?.slice(1),
    edited('version', text),
  ]
  const last = formOf(text) === 'sealed' ? text.replace(/~\d+$/, '') : `${text}=`
  return [...others.filter((other) => typeof other === 'string'), last]
}

export const headerOf = (token: string) => decodedJson(token.slice(0, token.indexOf('.'))) ?? {}

export const encoded = (text: string) => Buffer.from(text).toString('base64url')

function partsOf(text: string) {
  const parts = text.split('.')
  const at = parts.length === 3 ? 1 : 0
  return { before: parts.slice(0, at), payload: parts[at]!, after: parts.slice(at + 1) }
}

function decodedJson(part: string): Record<string, unknown> | null {
  try {
    const said = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof said === 'object' ? said : null
  } catch {
    return null
  }
}

const exchanged = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

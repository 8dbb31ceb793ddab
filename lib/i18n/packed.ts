/** Catalogues on their way to the browser: text, which is read when the first word of it is needed. Read as a part of the page each line would be looked at by React. */
import type { Messages } from './format'

export type PackedCatalogue = string

/** By what they are of: one text a process. */
const packed = new WeakMap<Messages, PackedCatalogue>()
const opened = new Map<PackedCatalogue, Messages>()

export function pack(catalogues: Record<string, Messages>): Record<string, PackedCatalogue> {
  return Object.fromEntries(Object.entries(catalogues).map(([name, messages]) => [name, packOne(messages)]))
}

function packOne(messages: Messages): PackedCatalogue {
  const known = packed.get(messages) ?? JSON.stringify(messages)
  packed.set(messages, known)
  return known
}

export function open(messages: PackedCatalogue): Messages {
  const known = opened.get(messages) ?? (JSON.parse(messages) as Messages)
  opened.set(messages, known)
  return known
}

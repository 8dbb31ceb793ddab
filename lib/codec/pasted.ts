/** What a pasted text is, told by its form alone. Pure; the text stays in the page. */

import { stripped } from '@/lib/http/field'

export type PastedText =
  | { kind: 'nothing' }
  /** Three parts with dots between, the first of them a JSON object with `alg` (RFC 7515 section 7.1). */
  | { kind: 'jwt'; text: string }
  | { kind: 'set-cookie'; line: string }
  | { kind: 'unknown' }

export function readPasted(pasted: string): PastedText {
  // What a copy takes along: blanks and line ends. A no-break space is a character of the text.
  const text = stripped(pasted, ' \t\r\n')
  if (text === '') return { kind: 'nothing' }
  const token = text.replace(/^(?:authorization:[ \t]*)?bearer +/i, '')
  if (/^[\w-]+\.[\w-]*\.[\w-]*$/.test(token)) return { kind: 'jwt', text: token }
  const [line = ''] = text.replace(/^set-cookie:[ \t]*/i, '').split(/\r?\n/)
  const isLine = /^set-cookie:/i.test(text) || /^[^\s;=,]*=/.test(line)
  return isLine ? { kind: 'set-cookie', line } : { kind: 'unknown' }
}

/** As UTF-8: so a text of a page is sent. */
export const octetsOf = (text: string): number => new TextEncoder().encode(text).length

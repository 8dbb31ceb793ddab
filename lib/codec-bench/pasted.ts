/** What a pasted text is, told by its form alone. Pure; the text stays in the page. */

import { stripped, withoutOws } from '../http/field'

export type Pasted =
  | { kind: 'nothing' }
  /** Three parts with dots between, the first of them a JSON object with `alg` (RFC 7515 section 7.1). */
  | { kind: 'jwt'; text: string }
  | { kind: 'set-cookie'; line: string }
  | { kind: 'unknown' }

export function readPasted(pasted: string): Pasted {
  // What a copy takes along: blanks and line ends. A no-break space is a character of the text.
  const text = stripped(pasted, ' \t\r\n')
  if (text === '') return { kind: 'nothing' }
  const token = text.replace(/^(?:authorization:[ \t]*)?bearer +/i, '')
  if (/^[\w-]+\.[\w-]*\.[\w-]*$/.test(token)) return { kind: 'jwt', text: token }
  const [line = ''] = text.replace(/^set-cookie:[ \t]*/i, '').split(/\r?\n/)
  const isLine = /^set-cookie:/i.test(text) || /^[^\s;=,]*=/.test(line)
  return isLine ? { kind: 'set-cookie', line } : { kind: 'unknown' }
}

export interface CookieAttribute {
  name: string
  value: string
  /** Which of RFC 6265bis section 4.1.2 it is; null: not one of them. */
  known: (typeof KNOWN)[number] | null
  /** An attribute of the same name comes later, and that one counts (section 5.6). */
  overridden: boolean
}

const KNOWN = ['expires', 'max-age', 'domain', 'path', 'secure', 'httponly', 'samesite'] as const

/** As a browser cuts the line: at each semicolon, names in any case. */
export function attributesIn(line: string): CookieAttribute[] {
  const parts = line
    .split(';')
    .slice(1)
    .map(withoutOws)
    .filter((part) => part !== '')
  return parts.map((part, i) => {
    const name = nameOf(part)
    const cut = part.indexOf('=')
    return {
      name: withoutOws(cut < 0 ? part : part.slice(0, cut)),
      value: cut < 0 ? '' : withoutOws(part.slice(cut + 1)),
      known: KNOWN.find((one) => one === name) ?? null,
      overridden: parts.slice(i + 1).some((later) => nameOf(later) === name),
    }
  })
}

const nameOf = (part: string) => withoutOws(part.split('=')[0]!).toLowerCase()

/** Name and value; without "=" all of it is the value (section 5.6 step 3). */
export function pairIn(line: string): { name: string; value: string } {
  const [pair = ''] = line.split(';')
  const cut = pair.indexOf('=')
  return cut < 0
    ? { name: '', value: withoutOws(pair) }
    : { name: withoutOws(pair.slice(0, cut)), value: withoutOws(pair.slice(cut + 1)) }
}

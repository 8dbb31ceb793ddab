/** What a pasted text is, told by its form alone. Pure; the text stays in the page. */

export type Pasted =
  | { kind: 'nothing' }
  /** Three parts with dots between, the first of them a JSON object with `alg` (RFC 7515 section 7.1). */
  | { kind: 'jwt'; text: string }
  | { kind: 'set-cookie'; line: string }
  | { kind: 'unknown' }

export function readPasted(pasted: string): Pasted {
  const text = pasted.trim()
  if (text === '') return { kind: 'nothing' }
  const token = text.replace(/^(?:authorization:\s*)?bearer\s+/i, '')
  if (/^[\w-]+\.[\w-]*\.[\w-]*$/.test(token)) return { kind: 'jwt', text: token }
  const [line = ''] = text.replace(/^set-cookie:\s*/i, '').split(/\r?\n/)
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
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.map((part, i) => {
    const name = nameOf(part)
    const cut = part.indexOf('=')
    return {
      name: (cut < 0 ? part : part.slice(0, cut)).trim(),
      value: cut < 0 ? '' : part.slice(cut + 1).trim(),
      known: KNOWN.find((one) => one === name) ?? null,
      overridden: parts.slice(i + 1).some((later) => nameOf(later) === name),
    }
  })
}

const nameOf = (part: string) => part.split('=')[0]!.trim().toLowerCase()

/** Name and value; without "=" all of it is the value (section 5.6 step 3). */
export function pairIn(line: string): { name: string; value: string } {
  const [pair = ''] = line.split(';')
  const cut = pair.indexOf('=')
  return cut < 0
    ? { name: '', value: pair.trim() }
    : { name: pair.slice(0, cut).trim(), value: pair.slice(cut + 1).trim() }
}

import { numeral, pluralOf } from './formatters'

/**
 * Messages for components in the browser: the part of ICU MessageFormat that the catalogues use
 * (arguments, plural with =n and #, select). The server formats the same catalogues with next-intl;
 * a test holds both to the same words. It is here because the full formatter weighs more than the shop.
 */
export interface Messages {
  [key: string]: string | Messages
}
export type Values = Record<string, string | number>

interface Argument {
  name: string
  /** '': written as it is; else 'plural' or 'select'. */
  kind: string
  options: Record<string, Part[]>
}
type Part = string | Argument

const parsed = new Map<string, Part[]>()

export function format(message: string, values: Values = {}, locale = 'en'): string {
  const parts = parsed.get(message) ?? readSequence({ message, at: 0 })
  parsed.set(message, parts)
  return render(parts, values, locale)
}

/** The names that a message asks for: `{n, plural, one {# row of {name}}}` asks for n and name. */
export function namesIn(message: string): string[] {
  const names = (parts: Part[]): string[] =>
    parts.flatMap((part) =>
      typeof part === 'string' ? [] : [part.name, ...Object.values(part.options).flatMap(names)],
    )
  return [...new Set(names(readSequence({ message, at: 0 })))].sort()
}

export function lookUp(messages: Messages | undefined, key: string): string | undefined {
  let found: string | Messages | undefined = messages
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}

function render(parts: Part[], values: Values, locale: string, count?: string): string {
  const written = parts.map((part) => {
    if (typeof part === 'string') return count === undefined ? part : part.replaceAll('#', count)
    const value = values[part.name] ?? `{${part.name}}`
    if (part.kind === '') return typeof value === 'number' ? numeral(value, locale) : value
    const chosen = part.options[choice(part, value, locale)] ?? part.options.other ?? []
    return render(chosen, values, locale, part.kind === 'plural' ? numeral(Number(value), locale) : count)
  })
  return written.join('')
}

function choice(part: Argument, value: string | number, locale: string): string {
  if (part.kind !== 'plural') return String(value)
  return `=${value}` in part.options ? `=${value}` : pluralOf(Number(value), locale)
}

interface Reader {
  message: string
  at: number
}

/** The text up to one of `ends`, which is left to be read. */
function readUntil(reader: Reader, ends: string): string {
  const from = reader.at
  while (reader.at < reader.message.length && !ends.includes(reader.message[reader.at]!)) reader.at++
  return reader.message.slice(from, reader.at)
}

/** Up to the closing brace of the option it stands in, or to the end. */
function readSequence(reader: Reader): Part[] {
  const parts: Part[] = []
  while (reader.at < reader.message.length) {
    const text = readUntil(reader, '{}')
    if (text) parts.push(text)
    if (reader.message[reader.at++] !== '{') break
    parts.push(readArgument(reader))
  }
  return parts
}

function readArgument(reader: Reader): Argument {
  const name = readUntil(reader, ',}').trim()
  if (reader.message[reader.at++] === '}') return { name, kind: '', options: {} }
  const kind = readUntil(reader, ',').trim()
  reader.at++
  const options: Argument['options'] = {}
  for (let key = readUntil(reader, '{}'); reader.message[reader.at] === '{'; key = readUntil(reader, '{}')) {
    reader.at++
    options[key.trim()] = readSequence(reader)
  }
  reader.at++
  return { name, kind, options }
}

/**
 * Messages for components in the browser: the part of ICU MessageFormat that the catalogues use
 * (arguments, plural with =n and #, select). The server formats the same catalogues with next-intl;
 * a test holds both to the same words. It is here because the full formatter weighs more than the shop.
 */
export interface Messages {
  [key: string]: string | Messages
}
export type Values = Record<string, string | number>

type Part = string | { name: string; kind: string; options: Record<string, Part[]> }

const parsed = new Map<string, Part[]>()

export function format(message: string, values: Values = {}, locale = 'en'): string {
  const parts = parsed.get(message) ?? parse(message)
  parsed.set(message, parts)
  return render(parts, values, locale, '')
}

export function lookUp(messages: Messages | undefined, key: string): string | undefined {
  let found: string | Messages | undefined = messages
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}

function render(parts: Part[], values: Values, locale: string, count: string): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return count ? part.replaceAll('#', count) : part
      const value = values[part.name] ?? `{${part.name}}`
      if (part.kind === '') return typeof value === 'number' ? value.toLocaleString(locale) : value
      const chosen = part.options[choice(part, value, locale)] ?? part.options.other ?? []
      return render(
        chosen,
        values,
        locale,
        part.kind === 'plural' ? Number(value).toLocaleString(locale) : '',
      )
    })
    .join('')
}

function choice(part: Exclude<Part, string>, value: string | number, locale: string): string {
  if (part.kind !== 'plural') return String(value)
  return `=${value}` in part.options ? `=${value}` : new Intl.PluralRules(locale).select(Number(value))
}

function parse(message: string): Part[] {
  let at = 0
  const until = (ends: string) => {
    const from = at
    while (at < message.length && !ends.includes(message[at]!)) at++
    return message.slice(from, at).trim()
  }
  const argument = (): Part => {
    const name = until(',}')
    if (message[at++] === '}') return { name, kind: '', options: {} }
    const kind = until(',}')
    const options: Record<string, Part[]> = {}
    if (message[at++] === '}') return { name, kind: '', options }
    for (let key = until('{}'); message[at] === '{'; key = until('{}')) {
      at++
      options[key] = sequence()
    }
    at++
    return { name, kind, options }
  }
  const sequence = (): Part[] => {
    const parts: Part[] = []
    while (at < message.length) {
      const from = at
      while (at < message.length && message[at] !== '{' && message[at] !== '}') at++
      if (at > from) parts.push(message.slice(from, at))
      if (message[at++] === '{') parts.push(argument())
      else return parts
    }
    return parts
  }
  return sequence()
}

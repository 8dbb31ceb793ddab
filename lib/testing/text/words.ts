/** The words of a catalogue, by key: "step.why.title". */
import type { Messages } from '@/lib/i18n/format'

export function wordsIn(messages: Messages, path = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : [...wordsIn(value, `${path}${name}.`)],
  )
  return new Map(entries)
}

/** Facts of a step in words. Names without an entry in the catalogue are shown as they are. */
import type { Text } from '@/lib/i18n/client'

export function factText(t: Text, name: string, value: string | number | boolean | null): string | null {
  if (value === null) return null
  const key = typeof value === 'boolean' ? `fact.${name}.${value ? 'yes' : 'no'}` : `fact.${name}`
  if (t.has(key)) return t(key, { value: String(value), number: Number(value) }) || null
  return typeof value === 'boolean' ? `${name}: ${value}` : `${name} ${value}`
}

import { format, lookUp, type Messages, type Values } from './format'

export interface Text {
  /** A key that is missing shows itself: `shop.total`. */
  (key: string, values?: Values): string
  has(key: string): boolean
}

/** The words of one namespace. */
export function textOf(namespace: string, messages: Messages | undefined, locale: string): Text {
  const text = (key: string, values?: Values) =>
    format(lookUp(messages, key) ?? `${namespace}.${key}`, values, locale)
  return Object.assign(text, { has: (key: string) => lookUp(messages, key) !== undefined })
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { ALL_NAMESPACES, allMessages } from '@/lib/testing/text/catalogues'
import { format, type Messages, namesIn, type Values } from './format'
import { NAMESPACES } from './namespaces'
import { LOCALES } from './routing'

const catalogues = Object.fromEntries(
  await Promise.all(LOCALES.map(async (locale) => [locale, await allMessages(locale)] as const)),
)

function leaves(messages: Messages, path: string[] = []): [key: string, message: string][] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[[...path, name].join('.'), value] as [string, string]]
      : leaves(value, [...path, name]),
  )
}

describe.each(ALL_NAMESPACES)('%s', (namespace) => {
  const en = new Map(leaves(catalogues.en![namespace]!))
  const ko = new Map(leaves(catalogues.ko![namespace]!))

  it('has the same keys in English and Korean', () => {
    expect([...ko.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('asks for the same values in English and Korean', () => {
    for (const [key, message] of en)
      expect([key, namesIn(ko.get(key) ?? '')]).toEqual([key, namesIn(message)])
  })

  it('is empty in both languages or in none, and shouts nowhere', () => {
    for (const [key, message] of [...en, ...ko]) {
      expect([key, message.trim() === '']).toEqual([key, en.get(key)?.trim() === ''])
      expect([key, message.includes('!')]).toEqual([key, false])
    }
  })
})

describe.each(LOCALES)('the formatter for the browser, %s', (locale) => {
  const all = ALL_NAMESPACES.flatMap((namespace) =>
    leaves(catalogues[locale]![namespace]!).map(([key, message]) => ({
      key: `${namespace}.${key}`,
      message,
    })),
  ).filter(({ message }) => !message.includes('<'))
  const translate = createTranslator({
    locale,
    messages: catalogues[locale] as Record<string, Messages>,
  }) as unknown as (key: string, values: Values) => string

  it.each([0, 1, 2, 1234])('says what next-intl says, counting %d', (n) => {
    for (const { key, message } of all) {
      const counted = /\{(\w+),\s*plural/.exec(message)?.[1]
      const values = Object.fromEntries(
        namesIn(message).map((name) => [name, name === counted ? n : `<${name}>`]),
      )
      expect([key, format(message, values, locale)]).toEqual([key, translate(key as never, values)])
    }
  })
})

describe('format', () => {
  it.each([
    ['{n, plural, =0 {none} one {# row} other {# rows}}', { n: 0 }, 'none'],
    ['{n, plural, =0 {none} one {# row} other {# rows}}', { n: 1 }, '1 row'],
    ['{n, plural, =0 {none} one {# row} other {# rows}}', { n: 1200 }, '1,200 rows'],
    ['a {kind, select, x {ex {n}} other {why}} b', { kind: 'x', n: 2 }, 'a ex 2 b'],
    ['a {kind, select, x {ex} other {why}} b', { kind: 'z' }, 'a why b'],
    ['it is {missing}', {}, 'it is {missing}'],
  ])('%s', (message, values, text) => expect(format(message, values)).toBe(text))
})

it.each(LOCALES)('a file beside these is a catalogue too: %s', (locale) => {
  const files = readdirSync(join(import.meta.dirname, 'messages', locale))
  expect(files.sort()).toEqual(NAMESPACES.map((name) => `${name}.json`).sort())
})

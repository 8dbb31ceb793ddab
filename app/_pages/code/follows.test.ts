import { describe, expect, test } from 'vitest'
import { lookUp, type Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { AROUND } from '@/lib/source/around'
import { OPERATION_TABLE } from '@/lib/source/operations'
import { DIFFERENCES } from '@/lib/strategies/differences'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { FOLLOWS } from './follows'

test('every difference follows from one operation', () =>
  expect(Object.values(FOLLOWS).flat().toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted()))

/** Where a lane has nothing to show it says why; where it has, nothing says that it has not. */
const empty = OPERATION_TABLE.flatMap(({ name, parts }) =>
  parts.flatMap((part) =>
    STRATEGIES.filter((lane) => part.lanes[lane].length === 0).map((lane) => `${name}.${part.name}.${lane}`),
  ),
)
const leaves = (messages: Messages, path = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : leaves(value, `${path}${key}.`),
  )

describe.each(LOCALES)('%s', async (locale) => {
  const { code } = await loadMessages(locale)
  test('has the reason of every empty part, and no other', () =>
    expect(leaves(code!.none as Messages).toSorted()).toEqual(empty.toSorted()))
  test('has a name for every part', () => {
    const names = OPERATION_TABLE.flatMap(({ parts }) => parts.map((part) => part.name))
    expect(names.filter((name) => lookUp(code, `part.${name}`) === undefined)).toEqual([])
  })
  test('has a sentence for every piece around the shop, and no other', () =>
    expect(leaves((code!.around as Messages).piece as Messages)).toEqual(AROUND.map(({ name }) => name)))
})

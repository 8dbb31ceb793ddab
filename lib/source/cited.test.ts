/** Whatever names a symbol of the source finds it: a step opens the code that ran. */
import { describe, expect, test } from 'vitest'
import { LABS } from '@/lib/labs'
import { DEFAULT_DIALS, DIALS, type Dials } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { AUTHORIZATION } from '@/lib/trace/record/watch'
import { WATCHED } from '@/lib/trace/record/watched'
import { AROUND } from './around'
import { ALL_PLACED, placeOnPage } from './operations'
import { calledBy, listingOf, surrounded } from './source'

/** The defaults, and each dial of each lane at each other position. */
const settings: Dials[] = STRATEGIES.flatMap((lane) =>
  Object.entries(DIALS[lane]).flatMap(([name, { values }]) =>
    (values as readonly unknown[]).map((value) => {
      const dials = structuredClone(DEFAULT_DIALS) as unknown as Record<string, Record<string, unknown>>
      dials[lane]![name] = value
      return dials as unknown as Dials
    }),
  ),
)

describe.each(Object.entries(WATCHED))('%s', (_, { source, operations }) => {
  test.each(Object.keys(operations))('%s has its source, however the dials stand', (operation) => {
    const missing = settings.map((dials) => source(operation, dials)).filter((ref) => !listingOf(ref))
    expect(missing).toEqual([])
  })

  test.each(Object.keys(operations))('%s has a place on the page', (operation) => {
    const nowhere = settings.map((dials) => source(operation, dials)).filter((ref) => !placeOnPage(ref))
    expect(nowhere).toEqual([])
  })
})

test('the Authorization field has its source, on the page too', () => {
  expect(listingOf(AUTHORIZATION)).not.toBeNull()
  expect(placeOnPage(AUTHORIZATION)).toBe('rest-portsOf')
})

describe('the page', () => {
  test('shows no symbol that is gone', () =>
    expect(ALL_PLACED.filter(({ ref }) => !listingOf(ref))).toEqual([]))

  test('has one id for one listing', () => {
    const ids = ALL_PLACED.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
})

describe.each(AROUND)('around the shop: $name', ({ lab, ref }) => {
  test('is a function of its own, whole and short enough to be read', () => {
    const { lines } = listingOf(ref)!
    const text = lines.map((line) => line.map((part) => (typeof part === 'string' ? part : part[1])).join(''))
    expect(text.at(-1)).toBe('}')
    expect(lines.length).toBeLessThanOrEqual(45)
    expect(
      ALL_PLACED.filter(({ ref: { file, symbol } }) => `${file} ${symbol}` === `${ref.file} ${ref.symbol}`),
    ).toHaveLength(1)
  })
  test('leads to its lab', () => expect(LABS.map(({ slug }) => slug)).toContain(lab))
})

test('a listing brings what it calls in its own file', () => {
  const find = listingOf({ file: 'lib/strategies/session/store.ts', symbol: 'createSessionStore.find' })!
  expect(calledBy(find).map(({ symbol }) => symbol)).toEqual(['parse'])
})

test('a member stands in what returns it', () => {
  const ref = { file: 'lib/strategies/session/store.ts', symbol: 'createSessionStore.find' }
  const { first, lines, ran } = surrounded(ref)!
  expect(ran[0]).toBeGreaterThan(first)
  expect(ran[1]).toBeLessThan(first + lines.length - 1)
  const text = lines[ran[0] - first]!.map((part) => (typeof part === 'string' ? part : part[1])).join('')
  expect(text.trim()).toBe('async find(idHash) {')
})

test('a member by itself begins at the margin, and what is inside stays inside', () => {
  const ref = { file: 'lib/strategies/session/store.ts', symbol: 'createSessionStore.find' }
  const text = listingOf(ref)!.lines.map((line) =>
    line.map((part) => (typeof part === 'string' ? part : part[1])).join(''),
  )
  expect(text.map((line) => line.length - line.trimStart().length)).toEqual([0, 2, 2, 0])
})

test('so does a comment of several lines', () => {
  const { lines } = listingOf({ file: 'lib/strategies/cookie/site/desk.ts', symbol: 'cookieDesk.signOut' })!
  expect(lines.slice(0, 2).map(([first]) => first?.[1]?.slice(0, 3))).toEqual(['/**', ' * '])
})

test.each([
  ['lib/strategies/session/store.ts', 'createSessionStore.gone'],
  ['lib/strategies/session/store.ts', '__proto__'],
  ['lib/process/env.ts', 'env'],
  ['__proto__', 'toString'],
  ['../../etc/passwd', 'root'],
])('%s has no %s', (file, symbol) => expect(listingOf({ file, symbol })).toBeNull())

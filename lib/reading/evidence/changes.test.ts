import { describe, expect, test } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import type { Artifact } from '@/lib/trace/model/artifact'
import { changesIn, shortId } from './changes'

const thing = (id: string, name: string, contents: Record<string, string>, rest: Partial<Artifact> = {}) =>
  aCookie({
    id,
    name,
    side: 'server',
    place: 'row',
    value: null,
    contents: Object.entries(contents).map(([field, value]) => ({ name: field, value })),
    ...rest,
  })
const written = (fields: { name: string; value: string }[]) =>
  fields.map(({ name, value }) => `${name} ${value}`).join(', ')
const all = (before: Artifact[], after: Artifact[]) =>
  changesIn(before, after).map(({ mark, was, now }) => [mark, written(was), written(now)])

const ROW = thing('row/Session/ZoSpfehgM5OSQZeo', 'Session', {
  idHash: 'o6IGi28Ex987',
  userId: 'mina',
  cart: '{"apple":1}',
  version: '1',
})

describe('a thing in a store', () => {
  test('that is gone, or new, is told by what it is about', () => {
    expect(all([ROW], [])).toEqual([['removed', 'userId mina, cart {"apple":1}', '']])
    expect(all([], [ROW])).toEqual([['added', '', 'userId mina, cart {"apple":1}']])
  })

  test('that was changed, by the fields that differ', () => {
    const family = (endedAt: string) =>
      thing('row/RefreshFamily/7c02', 'RefreshFamily', { subject: 'mina', endedAt })
    expect(all([family('NULL')], [family('2026-11-02T10:00:00.000Z')])).toEqual([
      ['changed', 'endedAt NULL', 'endedAt 2026-11-02T10:00:00.000Z'],
    ])
  })

  test('of which only the value is another, by how that begins; a masked one says no more', () => {
    const cookie = (value: string) => aCookie({ value, contents: [] })
    expect(all([cookie('NuuI6C…[43]')], [cookie('q3FxYz…[43]')])).toEqual([
      ['changed', 'value NuuI6C…', 'value q3FxYz…'],
    ])
  })

  test('of which only the end moved, by that', () => {
    const until = (expiresAt: string) => ({ ...ROW, expiresAt })
    expect(all([until('a')], [until('b')])).toEqual([['changed', 'end a', 'end b']])
  })

  test('on the server comes before one in the browser', () => {
    const cookie = aCookie({ value: 'NuuI6C…[43]', contents: [] })
    expect(changesIn([], [cookie, ROW]).map(({ artifact }) => artifact.side)).toEqual(['server', 'browser'])
  })

  test('that is as it was is not told', () => {
    expect(all([ROW], [{ ...ROW }])).toEqual([])
  })
})

test.each([
  ['row/Session/ZoSpfehgM5OSQZeo', 'row', 'ZoSpfe…'],
  ['row/Cart/mina', 'row', 'mina'],
  ['laptop/cookie/__Secure-session', 'cookie', null],
] as const)('%s is called %s %s', (id, place, name) => {
  expect(shortId({ ...ROW, id, place })).toBe(name)
})

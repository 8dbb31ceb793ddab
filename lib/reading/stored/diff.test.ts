import { describe, expect, test } from 'vitest'
import type { Artifact } from '@/lib/trace/model/artifact'
import { diffArtifacts, diffFields } from './diff'

const row = (id: string, change: Partial<Artifact> = {}): Artifact => ({
  id,
  side: 'server',
  place: 'row',
  device: 'laptop',
  name: 'Session',
  form: 'plain',
  value: null,
  credential: false,
  bytes: 10,
  attributes: null,
  expiresAt: null,
  contents: [{ name: 'cart', value: '{"apple":1}' }],
  ...change,
})

describe('diffArtifacts', () => {
  test('added, removed where it stood, changed, same', () => {
    const changed = row('c', { contents: [{ name: 'cart', value: '{"apple":2}' }] })
    const diff = diffArtifacts([row('a'), row('b'), row('c')], [row('a'), changed, row('d')])
    expect(diff.map(({ id, mark }) => [id, mark])).toEqual([
      ['a', 'same'],
      ['b', 'removed'],
      ['c', 'changed'],
      ['d', 'added'],
    ])
  })

  test.each<[string, Partial<Artifact>]>([
    ['value', { value: 'new' }],
    ['expiry', { expiresAt: '2026-11-02T10:00:00Z' }],
    ['bytes', { bytes: 11 }],
    ['form', { form: 'hashed' }],
    ['attributes', { attributes: { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } }],
  ])('a new %s is a change', (_, change) => {
    expect(diffArtifacts([row('a')], [row('a', change)])[0]?.mark).toBe('changed')
  })
})

test('fields are compared one by one, by value and form', () => {
  const before = [
    { name: 'version', value: '1' },
    { name: 'device', value: 'laptop' },
    { name: 'gone', value: 'x' },
    { name: 'id', value: 'x' },
  ]
  const after = [
    { name: 'version', value: '2' },
    { name: 'device', value: 'laptop' },
    { name: 'id', value: 'x', form: 'hashed' as const },
    { name: 'new', value: 'y' },
  ]
  expect(diffFields(before, after).map(({ name, mark }) => `${name} ${mark}`)).toEqual([
    'version changed',
    'device same',
    'gone removed',
    'id changed',
    'new added',
  ])
})

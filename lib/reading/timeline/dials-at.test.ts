import { expect, test } from 'vitest'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { dialsAt } from './dials-at'

const turned = (second: number, was: number | undefined, value: number): OwnerAct => {
  const at = `2026-11-23T10:42:0${second}.000Z`
  const dials = [{ strategy: 'jwt' as const, name: 'accessLife', was, value }]
  return { id: `0-act-${second}`, act: 'dials', at, sandboxAt: at, strategy: 'jwt', dials }
}

const ACTS = [turned(1, 60, 10), turned(3, 10, 300), turned(5, 300, 900)]
const now = { ...DEFAULT_DIALS, jwt: { ...DEFAULT_DIALS.jwt, accessLife: 900 } }

test.each([
  [0, 60],
  [2, 10],
  [4, 300],
  [6, 900],
])('in second %i the life of a token was %i s', (second, life) => {
  const { jwt, session } = dialsAt(`2026-11-23T10:42:0${second}.000Z`, now, ACTS)
  expect(jwt).toEqual({ ...DEFAULT_DIALS.jwt, accessLife: life })
  expect(session).toEqual(DEFAULT_DIALS.session)
})

test('where it is not known what it was, it stays', () =>
  expect(dialsAt('2026-11-23T10:42:00.000Z', now, [turned(1, undefined, 900)])).toEqual(now))

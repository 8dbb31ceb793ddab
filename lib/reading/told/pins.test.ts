import { expect, it } from 'vitest'
import type { Artifact } from '@/lib/trace/model/artifact'
import { deskAct, exchange } from '../testing'
import { pinnedLine, pinnedRow } from './pins'

const LINE: [string, string] = ['www-authenticate', 'Cookie realm="shop"']
const answered = (status: number) => {
  const one = exchange(1, { status })
  return { ...one, response: { ...one.response!, headers: [['date', 'x'] as [string, string], LINE] } }
}

it('pins the line that says how to be let in again, as it came', () =>
  expect(pinnedLine(answered(401))).toBe('401 www-authenticate: Cookie realm="shop"'))

it.each([
  ['let in', answered(200)],
  ['refused without it', exchange(1, { status: 401 })],
  ['not answered', { ...exchange(1), response: null }],
])('pins nothing of one that was %s', (_, one) => expect(pinnedLine(one)).toBeNull())

const row = (id: string, name = 'Session') =>
  ({ id: `row/${name}/${id}`, name, side: 'server', place: 'row', contents: [] }) as unknown as Artifact

it('pins the row that was deleted, by the name that the panel gives it', () => {
  const act = { ...deskAct(0), changed: { session: { before: [row('a41f0c9921')], after: [] } } }
  expect(pinnedRow(act, 'session')).toBe('Session a41f0c…')
  expect(pinnedRow(act, 'jwt')).toBeNull()
  expect(pinnedRow(deskAct(0), 'session')).toBeNull()
})

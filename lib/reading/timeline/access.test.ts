import { describe, expect, test } from 'vitest'
import { deskAct, exchange, iso, type Said } from '../testing'
import { accessOf } from './access'
import { columnsOf, stepsOf } from './steps-of'

const MINA = 'mina@shop.example'

/** One exchange after another in one lane, and an act after the third. */
function spans(lane: 'cookie' | 'session' | 'jwt', said: Said[], afterSeq = 3) {
  const all = said.map((one, i) => exchange(i + 1, { lane, ms: i * 2000, ...one }))
  const desk = [deskAct((afterSeq - 1) * 2000 + 100)]
  return accessOf(columnsOf(stepsOf(all, desk), desk), lane, 'laptop')
}

const signedIn: Said[] = [{}, { action: 'sign-in' }, { email: MINA, ends: 60 }]

describe('accessOf', () => {
  test('a guest, then signed in, without a gap; the session line stops at the desk', () => {
    expect(spans('session', [...signedIn, { status: 401 }])).toEqual([
      { from: 0, to: 1, signedIn: false, endedBy: 'sign-in', refusedAt: null, expiresAt: null },
      { from: 1, to: 3, signedIn: true, endedBy: 'desk', refusedAt: 4, expiresAt: iso(60_000) },
    ])
  })

  test('the jwt line goes on until it is refused; a refused refresh does not end it', () => {
    const line = spans('jwt', [
      ...signedIn,
      { email: MINA },
      { action: 'refresh', status: 401 },
      { status: 401 },
    ])
    expect(line.at(-1)).toMatchObject({ from: 1, to: 6, endedBy: 'refusal', refusedAt: 6 })
  })

  test('the cookie line goes on', () => {
    expect(spans('cookie', [...signedIn, { email: MINA }]).at(-1)).toMatchObject({
      from: 1,
      to: null,
      endedBy: null,
    })
  })

  test('signing in again opens a new line', () => {
    const line = spans('session', [...signedIn, { status: 401 }, { action: 'sign-in' }])
    expect(line.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
      [5, null],
    ])
  })

  test('sign-out ends it; somebody else is not touched by the desk', () => {
    expect(spans('session', [{ action: 'sign-in' }, { action: 'sign-out', status: 204 }], 9)).toMatchObject([
      { from: 0, to: 1, endedBy: 'sign-out' },
    ])
    expect(spans('session', [{ action: 'sign-in' }, { email: 'sam@shop.example' }, {}])[0]?.endedBy).not.toBe(
      'desk',
    )
  })

  test('another device has its own line', () => {
    expect(spans('session', [{ device: 'phone' }])).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { exchange, iso, START } from '@/lib/reading/testing'
import type { Span } from '@/lib/reading/timeline/access'
import { actionText, markOf, shortAction } from '@/lib/reading/timeline/marks'
import { cellsOf } from '@/lib/reading/timeline/span-cells'
import type { Column } from '@/lib/reading/timeline/steps-of'
import { endOfLine } from '@/lib/reading/timeline/timeline-left'
import { NO_VERDICT } from '@/lib/reading/timeline/verdict'

const span = (from: number, to: number | null, signedIn = true, endedBy: Span['endedBy'] = null): Span => ({
  from,
  to,
  signedIn,
  endedBy,
  refusedAt: null,
  expiresAt: iso(60_000),
})

describe('the line of a row', () => {
  it('starts and stops in the middle of a column', () => {
    expect(cellsOf([span(1, 3, true, 'refusal')], 5)).toEqual(['', 'on from', 'on', 'on half', ''])
  })

  it('runs on to the last column while nothing ended it', () => {
    expect(cellsOf([span(0, null)], 3)).toEqual(['on from', 'on', 'on'])
  })

  it('is thinner for a guest, and whole in the column of a sign-in', () => {
    expect(cellsOf([span(0, 2, false, 'sign-in'), span(2, null)], 4)).toEqual([
      'on from guest',
      'on guest',
      'on',
      'on',
    ])
  })
})

describe('the mark of an exchange', () => {
  const done = exchange(1, { status: 200 })
  it('tells what was let in, what stored something as well, and what was refused', () => {
    expect(markOf(done)).toBe('read')
    expect(markOf({ ...done, cost: { ...done.cost, writes: 1 } })).toBe('wrote')
    expect(markOf(exchange(1, { status: 409 }))).toBe('refused')
    expect(markOf({ ...done, response: null })).toBe('none')
  })

  it('has stored something where only a cookie was written', () => {
    expect(markOf({ ...done, response: { ...done.response!, headers: [['Set-Cookie', 'a=b']] } })).toBe(
      'wrote',
    )
  })

  it('is named by method and path', () => {
    const add = exchange(1, { method: 'POST', path: 'cart/items' })
    expect([actionText(add), shortAction(add)]).toEqual(['POST cart/items', 'POST items'])
    const change = exchange(1, { method: 'PATCH', path: 'cart/items/apple' })
    expect([actionText(change), shortAction(change)]).toEqual(['PATCH cart/items/apple', 'PATCH items'])
  })
})

describe('what is left of a sign-in', () => {
  const step = (index: number) =>
    ({ kind: 'step', step: { index, exchanges: { session: exchange(index) } } }) as unknown as Column
  const columns = [step(0), step(1), { kind: 'desk' } as Column, step(2)]
  const left = (one: Span | undefined, verdict = NO_VERDICT, now = START) =>
    endOfLine(one, verdict, columns, now)

  it.each([
    ['no line', undefined, 'none', null],
    ['a guest', span(0, null, false), 'guest', null],
    ['a refusal', span(0, 3, true, 'refusal'), 'refused', 3],
    ['a sign-out', span(0, 1, true, 'sign-out'), 'signedOut', 2],
    ['the desk', span(0, 2, true, 'desk'), 'desk', null],
  ] as const)('%s', (_, one, key, number) => {
    expect(left(one)).toEqual({ key, seconds: null, step: number })
  })

  it('names the step in which the desk was felt', () => {
    const felt = { ...NO_VERDICT, kind: 'at-once', exchangeId: 'e1-2' } as const
    expect(left(span(0, 2, true, 'desk'), felt)).toEqual({ key: 'refused', seconds: null, step: 3 })
  })

  it('counts to the own end, and says when that is over', () => {
    expect(left(span(0, null))).toEqual({ key: 'expires', seconds: 60, step: null })
    expect(left(span(0, null), NO_VERDICT, START + 61_000)).toEqual({
      key: 'over',
      seconds: null,
      step: null,
    })
  })

  it('after a forced sign-out says whether the shop reached it', () => {
    expect(left(span(0, null), { ...NO_VERDICT, kind: 'never', remainingSeconds: 9 })).toMatchObject({
      key: 'noReach',
      seconds: 9,
    })
    expect(left(span(0, null), { ...NO_VERDICT, kind: 'in', remainingSeconds: 9 })).toMatchObject({
      key: 'due',
      seconds: 9,
    })
  })
})

import { beforeEach, expect, it } from 'vitest'
import { RememberedSeries } from './series'

let now = new Date('2026-01-01')
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
beforeEach(() => {
  now = new Date('2026-01-01')
})

const made = (choices: { grace?: number; onePerUser?: boolean } = {}) =>
  new RememberedSeries({ grace: 0, onePerUser: false, key: new Uint8Array(32), now: () => now, ...choices })

const next = (shown: ReturnType<RememberedSeries['present']>) => {
  if (shown.kind !== 'known') throw new Error(shown.kind)
  return shown.next
}

it('a token is good for one use, the series stays', () => {
  const all = made()
  const first = all.issue('mina')
  const second = next(all.present(first))
  expect(second.split('.')[0]).toBe(first.split('.')[0])
  expect(second).not.toBe(first)
  expect(all.present(second)).toMatchObject({ kind: 'known', user: 'mina' })
})

it('a token that comes twice ends all series of the customer, and of nobody else', () => {
  const all = made()
  const [laptop, phone, sam] = [all.issue('mina'), all.issue('mina'), all.issue('sam')]
  const used = next(all.present(laptop))
  expect(all.present(laptop)).toEqual({ kind: 'theft', user: 'mina' })
  for (const gone of [used, phone, laptop]) expect(all.present(gone)).toEqual({ kind: 'unknown' })
  expect(all.present(sam).kind).toBe('known')
})

it('within the window the one before gets the same successor; an older one, or a later second, is the alarm', () => {
  const all = made({ grace: 10 })
  const first = all.issue('mina')
  const second = next(all.present(first))
  later(9)
  expect(next(all.present(first))).toBe(second)
  later(1)
  expect(all.present(first).kind).toBe('theft')

  const old = all.issue('mina')
  next(all.present(next(all.present(old))))
  expect(all.present(old).kind).toBe('theft')
})

it('what lies in the table opens nothing', () => {
  const all = made()
  all.issue('mina')
  const { name, tokenHash } = all.newest()!
  expect(all.present(`${name}.${tokenHash}`).kind).toBe('theft')
})

it.each(['', '.', 'x', 'login=mina', `${'A'.repeat(43)}.${'A'.repeat(43)}`])('%j is nobody', (text) => {
  expect(made().present(text)).toEqual({ kind: 'unknown' })
})

it('one for each customer: the second device ends the first', () => {
  const all = made({ onePerUser: true })
  const laptop = all.issue('mina')
  const phone = all.issue('mina')
  expect(all.present(laptop).kind).toBe('unknown')
  expect(all.present(phone).kind).toBe('known')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FairShare } from './fair-share'

/** Keeps so many. @returns what had to go */
function fill(share: FairShare<null>, most: number, asked: [key: string, whose: string][]): string[] {
  const gone: string[] = []
  for (const [key, whose] of asked) {
    share.set(key, whose, null)
    for (let key = share.surplus(most); key !== null; key = share.surplus(most)) {
      share.delete(key)
      gone.push(key)
    }
  }
  return gone
}

const many = (whose: string, count: number) =>
  Array.from({ length: count }, (_, n): [string, string] => [`${whose}-${n}`, whose])

describe('a fair share', () => {
  it('whoever asks for many loses the own ones, the longest unused first', () => {
    const share = new FairShare<null>()
    const gone = fill(share, 10, [['quiet', 'Mina'], ...many('loud', 100)])
    expect(gone).toEqual(Array.from({ length: 91 }, (_, n) => `loud-${n}`))
    expect(share.keys()).toContain('quiet')
  })

  it('where everybody has one, the longest unused goes', () => {
    const share = new FairShare<null>()
    fill(share, 3, [
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ])
    share.use('a')
    expect(fill(share, 3, [['d', 'D']])).toEqual(['b'])
    expect(share.keys()).toEqual(['c', 'a', 'd'])
  })

  it('what is gladly given goes first, and only of whoever has the most', () => {
    const share = new FairShare<boolean>()
    share.set('other', 'B', true)
    share.set('playing', 'A', false)
    share.set('over', 'A', true)
    expect(share.surplus(2, (over) => over)).toBe('over')
    share.set('over', 'A', false)
    expect(share.surplus(2, (over) => over)).toBe('playing')
    expect(share.surplus(3)).toBeNull()
  })

  it('a key that comes again counts once, and one that is gone not at all', () => {
    const share = new FairShare<number>()
    share.set('a', 'A', 1)
    share.set('a', 'B', 2)
    expect([share.size, share.count('A'), share.count('B'), share.get('a')]).toEqual([1, 0, 1, 2])
    share.delete('a')
    share.delete('a')
    expect([share.size, share.count('B'), share.largest, share.use('a')]).toEqual([0, 0, 0, undefined])
  })

  it('nobody loses anything while somebody else has more', () => {
    const whose = fc.constantFrom('A', 'B', 'C', 'D')
    fc.assert(
      fc.property(fc.array(whose, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (asked, most) => {
        const share = new FairShare<null>()
        for (const [n, name] of asked.entries()) {
          share.set(`${n}`, name, null)
          const key = share.surplus(most)
          if (key === null) continue
          expect(share.count(asked[Number(key)]!)).toBe(share.largest)
          share.delete(key)
        }
        expect(share.size).toBe(Math.min(most, asked.length))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Places } from './places'

/** By name: the address is the first letter. @returns what is open */
function room(most: ConstructorParameters<typeof Places>[0]) {
  const places = new Places(most)
  const open = new Map<number, string>()
  let number = 0
  return {
    open: () => [...open.values()],
    take(sandbox: string) {
      const mine = ++number
      let back: (() => void) | undefined
      const leave = () => {
        open.delete(mine)
        back?.()
      }
      const taken = places.take({ sandbox, whose: sandbox[0]! }, leave)
      if (typeof taken === 'string') return taken
      back = taken
      open.set(mine, sandbox)
      return leave
    },
  }
}

const many = (count: number, take: (nth: number) => unknown) =>
  Array.from({ length: count }, (_, nth) => take(nth)).filter((taken) => typeof taken === 'string')

describe('places', () => {
  it('are so many for one sandbox, and come back', () => {
    const { take, open } = room({ ofSandbox: 2, ofAddress: 10, inAll: 100 })
    const leave = take('a1') as () => void
    expect([take('a1') instanceof Function, take('a1')]).toEqual([true, 'ofSandbox'])
    leave()
    leave()
    expect([take('a1') instanceof Function, take('a1')]).toEqual([true, 'ofSandbox'])
    expect(take('a2')).toBeInstanceOf(Function)
    expect(open()).toEqual(['a1', 'a1', 'a2'])
  })

  it('are so many for one network address, and no less for another', () => {
    const { take } = room({ ofSandbox: 2, ofAddress: 5, inAll: 100 })
    expect(many(8, (nth) => take(`a${nth}`))).toEqual(Array(3).fill('ofAddress'))
    expect(take('b1')).toBeInstanceOf(Function)
  })

  it('that are all taken are given up by whoever has the most, the longest held first, until others have as many', () => {
    const { take, open } = room({ ofSandbox: 20, ofAddress: 20, inAll: 10 })
    many(10, (nth) => take(`a${nth}`))
    expect(take('a10')).toBe('inAll')
    expect(many(8, (nth) => take(`b${nth}`))).toEqual(Array(3).fill('inAll'))
    expect(open()).toEqual(['a5', 'a6', 'a7', 'a8', 'a9', 'b0', 'b1', 'b2', 'b3', 'b4'])
  })

  it('never number more, and nobody gives up one for somebody who has as many', () => {
    const names = fc.array(fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1', 'd1'), { maxLength: 60 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 8 }), (asked, inAll) => {
        const { take, open } = room({ ofSandbox: 60, ofAddress: 60, inAll })
        for (const name of asked) {
          const before = open()
          const taken = take(name)
          const lost = before.filter((one, nth) => one !== open()[nth])[0]
          expect(open().length).toBeLessThanOrEqual(inAll)
          if (typeof taken === 'string') expect(open()).toEqual(before)
          else if (before.length === inAll && lost) {
            const had = (all: string[], who: string) => all.filter((one) => one[0] === who[0]).length
            expect(had(open(), name)).toBeLessThanOrEqual(
              Math.max(...['a', 'b', 'c', 'd'].map((who) => had(open(), who))),
            )
            expect(had(before, name)).toBeLessThan(
              Math.max(...['a', 'b', 'c', 'd'].map((who) => had(before, who))),
            )
          }
        }
      }),
    )
  })
})

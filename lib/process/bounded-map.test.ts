import { describe, expect, it } from 'vitest'
import { BoundedMap } from './bounded-map'

describe('a map with a bound', () => {
  it('lets the oldest go, one for each that comes', () => {
    const map = new BoundedMap<string, number>(2)
    for (const [index, key] of ['a', 'b', 'c'].entries()) expect(map.keep(key, index)).toBe(index)
    expect([map.size, map.get('a'), map.get('b'), map.get('c')]).toEqual([2, undefined, 1, 2])
  })

  it('counts a key once, and what is kept again is the newest', () => {
    const map = new BoundedMap<string, number>(2)
    map.keep('a', 1)
    map.keep('b', 2)
    map.keep('a', 3)
    map.keep('c', 4)
    expect([map.size, map.get('a'), map.get('b'), map.get('c')]).toEqual([2, 3, undefined, 4])
  })

  it('may be emptied', () => {
    const map = new BoundedMap<string, number>(2)
    map.keep('a', 1)
    map.clear()
    expect([map.size, map.get('a')]).toEqual([0, undefined])
  })
})

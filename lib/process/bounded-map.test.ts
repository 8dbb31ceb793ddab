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

  it('goes on like that, whatever was let go, taken out or emptied before', () => {
    const map = new BoundedMap<number, string>(3)
    const kept = (upTo: number) => Array.from({ length: upTo }, (_, key) => key).filter((key) => map.get(key))
    for (let key = 0; key < 100; key++) map.keep(key, 'x')
    expect(kept(100)).toEqual([97, 98, 99])
    map.keep(97, 'x')
    map.delete(98)
    map.keep(100, 'x')
    map.keep(101, 'x')
    expect(kept(102)).toEqual([97, 100, 101])
    map.clear()
    for (let key = 0; key < 10; key++) map.keep(key, 'x')
    expect(kept(102)).toEqual([7, 8, 9])
  })

  it('with room for one has the newest', () => {
    const map = new BoundedMap<number, string>(1)
    for (let key = 0; key < 10; key++) map.keep(key, 'x')
    expect([map.size, map.get(8), map.get(9)]).toEqual([1, undefined, 'x'])
  })
})

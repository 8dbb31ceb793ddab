import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TurnHolder, Turns } from './turns'

const place = (name: string): TurnHolder => ({ whose: name[0]!, sandbox: name })

/** Each of the names once more, in line. */
function lineOf(names: string[]) {
  const turns = new Turns<string>()
  for (const [n, name] of names.entries()) turns.add(place(name), `${name} ${n}`)
  return turns
}

/** Between two turns of one lies a turn of each other that is still to come. */
function expectTurns(order: string[]) {
  for (const [from, name] of order.entries()) {
    const again = order.indexOf(name, from + 1)
    const others = again < 0 ? [] : order.slice(again).filter((other) => other !== name)
    expect(order.slice(from, again)).toEqual(expect.arrayContaining(others.filter(isFirst)))
  }
}

const isFirst = (name: string, index: number, all: string[]) => all.indexOf(name) === index

function served(turns: Turns<string>): string[] {
  const all: string[] = []
  for (let item = turns.next(); item !== null; item = turns.next()) all.push(item.split(' ')[0]!)
  return all
}

describe('turns', () => {
  it('go round the addresses, and behind one address round its sandboxes', () => {
    const turns = lineOf(['a1', 'a1', 'a1', 'a2', 'b1', 'b1', 'c1'])
    expect(served(turns)).toEqual(['a1', 'b1', 'c1', 'a2', 'b1', 'a1', 'a1'])
  })

  it('whoever comes when others have asked for much waits for one turn of each', () => {
    const turns = lineOf([...Array<string>(50).fill('a1'), ...Array<string>(50).fill('b1')])
    expect(turns.ahead(place('c1'))).toBe(2)
    turns.add(place('c1'), 'c1')
    expect(served(turns).indexOf('c1')).toBe(2)
  })

  it('one that is taken out is passed over', () => {
    const turns = lineOf(['a1', 'b1', 'a1'])
    expect([turns.remove(place('b1'), 'b1 1'), turns.remove(place('b1'), 'b1 1')]).toEqual([true, false])
    expect([turns.length, turns.addresses]).toEqual([2, 1])
    expect(served(turns)).toEqual(['a1', 'a1'])
    expect([turns.length, turns.addresses, turns.next(), turns.loseOne()]).toEqual([0, 0, null, null])
  })

  it('whoever has the most loses the newest of the own ones', () => {
    const turns = lineOf(['a1', 'b1', 'b2', 'b2', 'c1', 'c1'])
    expect(turns.loseOne()).toBe('b2 3')
    expect([turns.count({ whose: 'b' }), turns.count(place('b2'))]).toEqual([2, 1])
  })

  const names = fc.array(fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'c1'), { maxLength: 40 })

  it('everybody gets a turn, each sandbox in the order of coming', () => {
    fc.assert(
      fc.property(names, (asked) => {
        const turns = lineOf(asked)
        const order: string[] = []
        for (let item = turns.next(); item !== null; item = turns.next()) order.push(item)
        expect(order).toHaveLength(asked.length)
        for (const name of new Set(asked)) {
          const own = order.filter((item) => item.startsWith(name)).map((item) => Number(item.split(' ')[1]))
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('nobody has a second turn before everybody else who waits has had one', () => {
    fc.assert(
      fc.property(names, (asked) => {
        const order = served(lineOf(asked))
        expectTurns(order.map((name) => name[0]!))
        for (const address of ['a', 'b', 'c']) expectTurns(order.filter((name) => name.startsWith(address)))
      }),
    )
  })

  it('says how many come before, to the one', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('a1', 'a4', 'b1', 'd1'), (asked, mine) => {
        const turns = lineOf(asked)
        const said = turns.ahead(place(mine))
        turns.add(place(mine), 'mine')
        const at = served(turns).indexOf('mine')
        expect(at).toBeLessThanOrEqual(said)
      }),
    )
  })
})

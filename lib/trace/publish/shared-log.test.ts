import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LogCursor, SharedLog } from './shared-log'

const piece = (octets: number) => new Uint8Array(octets)

function reader(log: SharedLog, beginning: number[] = []) {
  const told: string[] = []
  const on = { wake: () => told.push('wake'), cut: () => told.push('cut') }
  return { told, ...log.join(on, beginning.map(piece)[Symbol.iterator]()) }
}

/** Octets of what comes, until nothing does. */
function readAll({ next }: LogCursor): number[] {
  const read: number[] = []
  for (let got = next(); got; got = next()) read.push(got.byteLength)
  return read
}

describe('a shared log', () => {
  it('gives each reader its beginning, and then what has come since', () => {
    const log = new SharedLog(() => {})
    const early = reader(log, [1, 2])
    log.add(piece(3))
    const late = reader(log, [9])
    log.add(piece(4))
    expect(readAll(early)).toEqual([1, 2, 3, 4])
    expect(readAll(late)).toEqual([9, 4])
    log.add(piece(5))
    expect([early.told, late.told]).toEqual([['wake'], ['wake']])
    expect([readAll(early), readAll(late)]).toEqual([[5], [5]])
  })

  it('keeps what the slowest has not read, and what somebody has in hand', () => {
    let octets = 0
    const log = new SharedLog((more) => {
      octets += more
    })
    const [slow, prompt] = [reader(log, [7]), reader(log)]
    log.add(piece(100))
    readAll(prompt)
    expect([log.octets, octets]).toEqual([100, 100])
    slow.next()
    expect(log.octets).toBe(107)
    slow.next()
    expect(log.octets).toBe(100)
    slow.next()
    expect(log.octets).toBe(0)
    slow.leave()
    log.add(piece(1))
    prompt.leave()
    prompt.leave()
    expect([log.octets, octets, log.readers]).toEqual([0, 0, 0])
  })

  it('cuts off whoever is farthest behind', () => {
    const log = new SharedLog(() => {})
    const [one, holds, prompt] = [reader(log), reader(log, [50]), reader(log)]
    log.add(piece(10))
    holds.next()
    readAll(prompt)
    const cut = () => [one, holds, prompt].map(({ told }) => told.includes('cut'))
    expect([log.cutSlowest(), cut()]).toEqual([true, [false, true, false]])
    expect([log.cutSlowest(), cut()]).toEqual([true, [true, true, false]])
    expect([log.cutSlowest(), log.cutSlowest(), log.octets]).toEqual([true, false, 0])
  })

  it('cuts off whoever has not asked in so many looks, and nobody who waits for news', () => {
    const log = new SharedLog(() => {})
    const [still, waits] = [reader(log), reader(log)]
    readAll(waits)
    log.cutStill(2)
    expect(still.told).toEqual([])
    still.next()
    log.add(piece(1))
    log.cutStill(2)
    log.cutStill(2)
    expect(still.told).toEqual(['wake'])
    log.cutStill(2)
    expect([still.told, waits.told]).toEqual([
      ['wake', 'cut'],
      ['wake', 'cut'],
    ])
  })

  it('gives everybody all that came in order, and forgets all of it in the end', () => {
    const step = fc.oneof(
      fc.record({ add: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ read: fc.nat(2) }),
      fc.record({ leave: fc.nat(2) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = new SharedLog(() => {})
        const readers = [0, 1, 2].map(() => ({ ...reader(log), got: [] as number[], here: true }))
        const all: number[] = []
        for (const one of steps) {
          if ('add' in one) {
            log.add(piece(one.add))
            all.push(one.add)
          } else if ('read' in one && readers[one.read]!.here) {
            const got = readers[one.read]!.next()
            if (got) readers[one.read]!.got.push(got.byteLength)
          } else if ('leave' in one) {
            readers[one.leave]!.leave()
            readers[one.leave]!.here = false
          }
        }
        const present = readers.filter(({ here }) => here)
        for (const one of present) expect([...one.got, ...readAll(one)]).toEqual(all)
        expect(log.octets).toBe(0)
        for (const one of readers) expect(all.slice(0, one.got.length)).toEqual(one.got)
      }),
    )
  })
})

/** Every declared difference, and every effect of a dial, measured. A table that says too much or too little fails. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openCountingDatabase } from '@/lib/testing/counted'
import { MEASURES } from '@/lib/testing/measures'
import { freshSandbox } from '@/lib/testing/sandbox'
import { DIALS } from './dials'
import { DIFFERENCES, type DifferenceName } from './differences'
import { DIAL_EFFECTS } from './effects'
import { STRATEGIES } from './strategy'

openCountingDatabase()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:42:00Z') })
  return () => vi.useRealTimers()
})

describe.each(STRATEGIES)('%s, all dials on their defaults', (strategy) => {
  it.each(Object.keys(DIFFERENCES) as DifferenceName[])('%s', async (name) => {
    expect(await MEASURES[name](await freshSandbox(), strategy)).toEqual(DIFFERENCES[name][strategy])
  })
})

describe('with a dial turned', () => {
  const rows = DIAL_EFFECTS.map(
    (effect) => [effect.strategy, JSON.stringify(effect.turn), effect.difference, effect] as const,
  )

  it.each(rows)('%s %s: %s', async (strategy, _turn, name, { turn, becomes }) => {
    const world = await freshSandbox()
    await world.turn(strategy, turn)
    expect(await MEASURES[name](world, strategy)).toEqual(becomes)
  })

  it('has an effect that is declared, for every weak position', () => {
    const silent = STRATEGIES.flatMap((strategy) =>
      Object.entries(DIALS[strategy]).flatMap(([name, dial]) =>
        (dial.weak as readonly unknown[])
          .filter(
            (value) => !DIAL_EFFECTS.some((one) => one.strategy === strategy && one.turn[name] === value),
          )
          .map((value) => `${strategy}.${name}: ${value}`),
      ),
    )
    // Declared elsewhere: the browser's own store is proved in a browser (e2e/dials.spec.ts).
    expect(silent).toEqual(['jwt.httpOnly: false', 'jwt.carrier: local-storage', 'jwt.sliding: uncapped'])
  })
})

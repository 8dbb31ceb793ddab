import { describe, expect, it } from 'vitest'
import { type Busy, FairLine, type LineRules, type Turn } from './fair-line'

/** A line by a clock of its own, whose tasks end when they are told to. Each takes so many rounds of a tenth of a second. */
function lineWith({ rounds = 1, ...rules }: Partial<LineRules> & { rounds?: number } = {}) {
  let now = 0
  const line = new FairLine({ atOnce: 2, usual: 100, now: () => now, ...rules })
  const order: string[] = []
  let running: { left: number; end: () => void }[] = []
  const ask = (name: string, more: Partial<Turn> = {}): Promise<string> => {
    const turn = { whose: name[0]!, sandbox: name, ...more }
    const task = () =>
      new Promise<string>((resolve) => {
        order.push(name)
        running.push({ left: rounds, end: () => resolve(name) })
      })
    return line.run(turn, task).catch(({ name: what, retryAfter }: Busy) => `${what} ${retryAfter}`)
  }
  return {
    line,
    order,
    ask,
    pass(milliseconds: number) {
      now += milliseconds
    },
    /** What runs ends, and what comes next begins. */
    async round() {
      now += 100
      for (const task of running) if (--task.left === 0) task.end()
      running = running.filter(({ left }) => left > 0)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const times = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth))

describe('a fair line', () => {
  it('runs so many at a time, in turns, and goes on after a failure', async () => {
    const { line, ask, order, round } = lineWith()
    const failing = line.run({ whose: 'x', sandbox: 'x1' }, () => Promise.reject(new Error('bug')))
    const all = ['a1', 'a1', 'a1', 'a2', 'b1'].map((name) => ask(name))
    await expect(failing).rejects.toThrow('bug')
    await round()
    expect(order).toEqual(['a1', 'a1', 'b1', 'a2'])
    await round()
    await round()
    expect(await Promise.all(all)).toEqual(['a1', 'a1', 'a1', 'a2', 'b1'])
    expect(line.length).toBe(0)
  })

  it('of two seconds and no longer; whoever would wait for more hears when to come', async () => {
    const { line, ask } = lineWith()
    const all = times(60, () => ask('a1'))
    const refused = (await Promise.all(all.slice(42))).map((told) => told)
    // Two run, and forty begin within two seconds.
    expect(line.length).toBe(40)
    expect(new Set(refused)).toEqual(new Set(['Busy 3']))
  })

  it('takes somebody else after one turn of each, however long it is', async () => {
    const { ask, order, round } = lineWith()
    for (const name of ['a1', 'a2', 'b1']) times(50, () => ask(name))
    const mine = ask('m1')
    await round()
    await round()
    expect(await Promise.race([mine, 'still waiting'])).toBe('still waiting')
    expect(order.indexOf('m1')).toBeLessThanOrEqual(4)
    await round()
    expect(await mine).toBe('m1')
  })

  it('shares one address out among its sandboxes', async () => {
    const { ask, order, round } = lineWith()
    times(30, () => ask('a1'))
    const mine = ask('a2')
    await round()
    await round()
    expect(order.indexOf('a2')).toBeLessThanOrEqual(3)
    expect(await mine).toBe('a2')
  })

  it('lets go of whoever hangs up, before or while waiting, and of nobody else', async () => {
    const { line, ask, order, round } = lineWith()
    times(2, () => ask('a1'))
    const gone = new AbortController()
    const [waiting, other] = [ask('b1', { signal: gone.signal }), ask('c1')]
    gone.abort()
    expect(await waiting).toBe('Busy 1')
    expect(line.length).toBe(1)
    expect(await ask('b1', { signal: gone.signal })).toBe('Busy 1')
    await round()
    await round()
    expect([await other, order]).toEqual(['c1', ['a1', 'a1', 'c1']])
  })

  it('gives back the place of whoever hangs up in the moment of the turn', async () => {
    const { line, ask, order, round } = lineWith({ atOnce: 1 })
    const gone = new AbortController()
    ask('a1')
    const waiting = ask('b1', { signal: gone.signal })
    const next = ask('c1')
    await Promise.all([round(), Promise.resolve().then(() => gone.abort())])
    await round()
    expect([await waiting, await next, order]).toEqual(['Busy 1', 'c1', ['a1', 'c1']])
    expect(line.length).toBe(0)
  })

  it('learns how long a task takes', async () => {
    const { line, ask, pass, round } = lineWith()
    for (let n = 0; n < 30; n++) {
      ask('a1')
      pass(900)
      await round()
    }
    times(20, () => ask('a1'))
    // A second each, two at once: four begin within two seconds.
    expect(line.length).toBe(4)
  })

  it('lets anybody wait for the first free place, however long a task takes', async () => {
    const { line, ask } = lineWith({ usual: 60_000 })
    const all = ['a1', 'a1', 'a1', 'b1', 'c1'].map((name) => ask(name))
    expect(line.length).toBe(2)
    expect(await all.at(-1)).toMatch(/^Busy/)
  })

  it('waits longer for who has more patience', async () => {
    const { line, ask } = lineWith()
    times(60, () => ask('a1', { patience: 10_000 }))
    expect(line.length).toBe(58)
  })

  it('is bounded in all: whoever has the most there loses the newest', async () => {
    const { line, ask } = lineWith({ most: 20 })
    const loud = times(22, () => ask('a1'))
    const mine = ask('m1')
    expect(await loud.at(-1)).toBe('Busy 2')
    expect(line.length).toBe(20)
    expect(await Promise.race([mine, 'waits'])).toBe('waits')
  })
})

/** Everybody at once, behind one address; each comes again when told to, late by up to a quarter, as the page does. */
async function aClass(learners: number, roundsOfOneTask: number) {
  const { line, ask, round } = lineWith({ usual: 100 * roundsOfOneTask, rounds: roundsOfOneTask })
  const all = times(learners, (nth) => ({ nth, at: 0, tries: 0 }))
  const done: { round: number; tries: number }[] = []
  for (let now = 0; done.length < learners && now < 6000; now++) {
    for (const one of all.filter(({ at }) => at === now)) {
      one.tries += 1
      void ask(`a${one.nth}`).then((told) => {
        const wait = /^Busy (\d+)$/.exec(told)
        if (wait) one.at = now + 1 + Math.round(Number(wait[1]) * 10 * (1 + (one.nth % 6) / 20))
        else done.push({ round: now, tries: one.tries })
      })
    }
    await round()
  }
  const last = Math.max(...done.map((one) => one.round)) / 10
  return { served: done.length, last, tries: Math.max(...done.map(({ tries }) => tries)), left: line.length }
}

describe('a class of 300 that comes at once, behind one address', () => {
  it('has its passwords checked in twice the time that the work takes, and asks three times at most', async () => {
    // Three hundred hashes, twenty a second: fifteen seconds.
    const { served, last, tries, left } = await aClass(300, 1)
    expect([served, left]).toEqual([300, 0])
    expect(last).toBeLessThan(30)
    expect(tries).toBeLessThanOrEqual(3)
  })

  it('runs its labs likewise', async () => {
    // Three hundred runs, two a second: two minutes and a half.
    const { served, last, tries, left } = await aClass(300, 10)
    expect([served, left]).toEqual([300, 0])
    expect(last).toBeLessThan(300)
    expect(tries).toBeLessThanOrEqual(3)
  })
})

/** By hand: a thousand visitors, ten requests a minute each. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { labOf } from '../index'
import type { LabFinding } from '../lab'
import { Run } from '../run/run'
import { figuresOf, type LoadQuestion, multiply } from './multiply'

const ASKED: LoadQuestion = {
  ...{ visitors: 1000, pace: 6, who: 50, changes: 10, lines: 3 },
  ...{ accessLife: 60, visit: 10, idle: 30, family: 12 },
}

describe('from a run', () => {
  labServer()
  let findings: readonly LabFinding[]
  beforeAll(async () => {
    const lab = labOf('x22-load')!
    const { sandbox } = await freshSandbox()
    const run = new Run(sandbox, lab, lab.positions[0], () => {})
    await run.open()
    await run.playAll()
    findings = run.report().findings
    await run.close()
  }, 60_000)
  const of = (lane: StrategyName, change: Partial<LoadQuestion> = {}) =>
    multiply(figuresOf(findings, lane)!, { ...ASKED, ...change })

  it('a hundred requests a second, of which fifty ask who, ten change, forty read the cart', () => {
    for (const lane of ['cookie', 'session', 'jwt'] as const) {
      const { who, cart, change } = of(lane).requests
      expect([who, cart, change].map(Math.round)).toEqual([50, 40, 10])
    }
  })

  it('statements: none; one read each, and a write for each change and each minute; reads for carts and refreshes', () => {
    expect(of('cookie')).toMatchObject({ reads: 0, writes: 0, rows: 0, octets: 0 })
    const session = of('session')
    expect(session.reads).toBeCloseTo(100)
    expect(session.writes).toBeCloseTo(10 + 1000 / 60)
    const jwt = of('jwt')
    expect(jwt.requests.refresh).toBeCloseTo(1000 / 60)
    expect(jwt.reads).toBeCloseTo(50 + 1000 / 60)
    expect(jwt.writes).toBeCloseTo(10 + (2 * 1000) / 60)
  })

  it('rows: those of a session stay half an hour longer, those of a family twelve hours, with what was spent', () => {
    expect(of('session').rows).toBeCloseTo(4000)
    expect(of('session', { idle: 60 }).rows).toBeCloseTo(7000)
    // 72 000 families and carts, and ten spent tokens of each.
    expect(of('jwt').rows).toBeCloseTo(72_000 * 12)
    expect(of('jwt', { accessLife: 600 }).rows).toBeCloseTo(72_000 * 3)
  })

  it('a bigger cart makes the request of the cookie lane longer, and the rows of the others', () => {
    expect(of('cookie', { lines: 30 }).up - of('cookie').up).toBeGreaterThan(100 * 400)
    for (const lane of ['session', 'jwt'] as const) {
      expect(of(lane, { lines: 30 }).up).toBeCloseTo(of(lane).up)
      expect(of(lane, { lines: 30 }).octets).toBeGreaterThan(of(lane).octets)
    }
  })

  it('a million visitors are a thousand times a thousand', () => {
    const many = of('session', { visitors: 1_000_000 })
    expect(many.rows).toBeCloseTo(of('session').rows * 1000)
    expect(many.reads).toBeCloseTo(of('session').reads * 1000)
  })

  it('what is half run has no figures', () => {
    expect(figuresOf(findings.slice(0, 3), 'session')).toBeNull()
    expect(figuresOf([], 'jwt')).toBeNull()
  })
})

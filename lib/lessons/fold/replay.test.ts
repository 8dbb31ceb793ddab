/** However the facts come, in one piece or in many, with progress written down between them and old exchanges forgotten: it ends the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { aCookie } from '@/lib/testing/exchanges'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { Goal } from '../goal'
import { LESSONS } from '../index'
import { parsed } from '../progress/kept'
import { type LessonProgress, NOT_BEGUN } from '../progress/progress'
import type { LessonFacts } from './facts'
import { reduce } from './reduce'
import { aLesson, anAct, at, exchange, forced, NO_FACTS, ownerAct } from './testing'

const goalsOfLessons = LESSONS.flatMap(({ steps }) =>
  steps.flatMap((step) => (step.do === 'act' ? [step.goal] : [])),
)
const read: Goal = { seen: { action: 'cart.read' } }
const GOALS: Goal[] = [
  ...goalsOfLessons,
  { seen: { device: 'phone' }, everyLane: true, times: 2 },
  { inOrder: [{ done: 'clock' }, { holds: { clockAhead: 60 } }, { ...read, everyLane: true }] },
  { all: [{ holds: { dial: { lane: 'jwt', name: 'denylist', value: true } } }, read] },
  { any: [{ inOrder: [read, { done: 'force-sign-out' }] }, { seen: { action: 'sign-out' } }] },
  { inOrder: [read, { holds: { row: { lane: 'session', name: 'Session', absent: true } } }, read] },
]

const row = aCookie({ id: 'row/Session/1', side: 'server', place: 'row', name: 'Session' })

const happened = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('exchange' as const),
      strategy: fc.constantFrom(...STRATEGIES),
      device: fc.constantFrom('laptop' as const, 'phone' as const),
      action: fc.constantFrom(
        'cart.read' as const,
        'cart.add' as const,
        'sign-in' as const,
        'sign-out' as const,
        'refresh' as const,
      ),
      credential: fc.constantFrom(
        'absent' as const,
        'valid' as const,
        'expired' as const,
        'refused' as const,
      ),
      hasRow: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'force' as const }, { kind: 'dial' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), seconds: fc.constantFrom(0, 30, 60) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('run' as const), of: fc.nat({ max: 5 }) }) },
)
type Happened = typeof happened extends fc.Arbitrary<infer T> ? T : never

const RUNS = goalsOfLessons.flatMap((goal) => ('ran' in goal ? [goal.ran] : []))

/** One a second. */
function factsAfter(all: readonly Happened[]): LessonFacts {
  const facts = {
    ...NO_FACTS,
    exchanges: [] as Exchange[],
    desk: [] as LessonFacts['desk'][number][],
    acts: [] as LessonFacts['acts'][number][],
    runs: [] as LessonFacts['runs'][number][],
  }
  for (const [i, one] of all.entries()) {
    const second = i + 1
    if (one.kind === 'exchange') facts.exchanges.push(exchangeOf(one, facts.exchanges.length + 1, second))
    else if (one.kind === 'force') facts.desk.push(forced(second))
    else if (one.kind === 'run')
      facts.runs.push({ ...RUNS[one.of % RUNS.length]!, at: at(second), findings: [] })
    else if (one.kind === 'clock') {
      const turned = { offsetSeconds: one.seconds, wasOffsetSeconds: facts.clockOffset }
      facts.acts.push(ownerAct(second, 'clock', turned))
      facts.clockOffset = one.seconds
    } else {
      const was = facts.dials.jwt.denylist === true
      const dial = { strategy: 'jwt', name: 'denylist', value: !was, was } as const
      facts.acts.push(ownerAct(second, 'dials', { dials: [dial] }))
      facts.dials = { ...facts.dials, jwt: { ...facts.dials.jwt, denylist: !was } }
    }
  }
  return facts
}

function exchangeOf(one: Extract<Happened, { kind: 'exchange' }>, seq: number, second: number): Exchange {
  const { strategy, device, action, credential: status, hasRow } = one
  const credential = {
    status,
    reason: null,
    email: status === 'valid' ? 'mina@shop.example' : null,
    expiresAt: null,
  }
  const stored = { before: [], after: hasRow ? [row] : [] }
  return exchange(seq, { strategy, device, action, credential, stored, at: at(second) })
}

const writtenDown = (progress: LessonProgress) => parsed(JSON.stringify({ L99: progress })).L99!

describe.each(GOALS.map((goal) => ({ goal, name: JSON.stringify(goal).slice(0, 60) })))(
  '$name',
  ({ goal }) => {
    const lesson = aLesson(anAct(goal), anAct(read, { id: 'next' }), anAct(goal, { id: 'again' }))
    const start = reduce(lesson, NOT_BEGUN, NO_FACTS)

    it('ends the same', () => {
      fc.assert(
        fc.property(
          fc.array(happened, { maxLength: 40 }),
          fc.array(fc.boolean(), { maxLength: 40 }),
          (all, cuts) => {
            const atOnce = reduce(lesson, start, factsAfter(all))
            const ends = all.map((_, i) => i + 1).filter((end) => end === all.length || cuts[end])
            const pieces = ends.reduce(
              (progress, end) => reduce(lesson, writtenDown(progress), factsAfter(all.slice(0, end))),
              start,
            )
            expect(pieces).toEqual(atOnce)
            expect(reduce(lesson, atOnce, factsAfter(all))).toBe(atOnce)
          },
        ),
      )
    })

    it('never takes back what is done', () => {
      fc.assert(
        fc.property(fc.array(happened, { maxLength: 40 }), fc.nat({ max: 40 }), (all, n) => {
          const before = reduce(lesson, start, factsAfter(all.slice(0, n)))
          const after = reduce(lesson, before, factsAfter(all))
          for (const [id, record] of Object.entries(before.steps)) expect(after.steps[id]).toEqual(record)
          expect(reduce(lesson, before, { ...NO_FACTS, sandbox: 'BBBBBBBBBBB' }).steps).toEqual(before.steps)
        }),
      )
    })
  },
)

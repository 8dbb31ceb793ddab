/**
 * The fold of a lesson: facts come in, act steps get done. Pure; the same facts twice change nothing, and it does not matter in how many
 * pieces they came, nor whether progress was written down in between.
 */
import { observe, type Seen } from '@/lib/reading/observed/readings'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { foundIn } from '../asked'
import type { ActStep, Lesson } from '../lesson'
import type { LessonProgress, Pin, UnderWay } from '../progress/progress'
import { eventsOf } from './events'
import type { LessonFacts } from './facts'
import { dawnOf, type Horizon, horizonOf, since } from './horizon'
import type { SeenMark } from './marks'
import { isLater, type Order } from './order'
import { type Reach, reachOf } from './reach'
import { type FoldMoment, momentsOf } from './standing'
import { begun, passed, startOf, stepOf } from './under-way'

export function reduce(lesson: Lesson, before: LessonProgress, facts: LessonFacts): LessonProgress {
  const progress = settled(begun(lesson, before, facts), facts)
  const step = stepOf(lesson, progress)
  const now = progress.now
  if (facts.sandbox === null || step?.do !== 'act' || !now?.from) return progress
  const reach = reached(step.goal, now, facts)
  if (!reach.at) return noted(progress, { ...now, marks: { ...now.marks, ...reach.marks } })
  const pin = pinOf(lesson, step, { hits: reach.hits, at: reach.at }, facts)
  const record = { how: now.shown ? 'shown' : 'done', pin } as const
  // What came later is for the next step, and there may be an act next.
  return reduce(
    lesson,
    passed(lesson, progress, step, { record, from: upTo(reach.at, now.from, facts) }),
    facts,
  )
}

/** Where nothing is new it is the same progress. */
const noted = (progress: LessonProgress, now: UnderWay): LessonProgress =>
  JSON.stringify(now.marks) === JSON.stringify(progress.now?.marks) ? progress : { ...progress, now }

/** A step that was begun before the sandbox was known begins where it is; in another sandbox it begins anew. */
function settled(progress: LessonProgress, facts: LessonFacts): LessonProgress {
  const { now } = progress
  if (!now || facts.sandbox === null || now.from?.sandbox === facts.sandbox) return progress
  const from = now.from === null ? startOf(facts) : dawnOf(facts.sandbox)
  return { ...progress, now: { ...now, from, marks: {} } }
}

/** How far a goal is reached since the step came under way. */
export function reached(
  goal: ActStep['goal'],
  { from, marks }: Pick<UnderWay, 'from' | 'marks'>,
  facts: LessonFacts,
): Reach {
  const events = from ? eventsOf(since(from, facts)) : []
  let moments: FoldMoment[] | null = null
  const found = () => (moments ??= momentsOf(facts, events))
  return reachOf(goal, { events, moments: found, marks })
}

/** The horizon behind what reached the goal. */
function upTo(at: Order, from: Horizon, facts: LessonFacts): Horizon {
  const news = eventsOf(since(from, facts))
  const late = new Set<unknown>(news.flatMap(({ order, what }) => (isLater(order, at) ? [what] : [])))
  const early = <T>(list: readonly T[]) => list.filter((what) => !late.has(what))
  const { exchanges, desk, acts, runs } = facts
  const told = {
    exchanges: early(exchanges),
    desk: early(desk),
    acts: early(acts),
    runs: early(runs),
  }
  return horizonOf(from.sandbox, told, from)
}

type Done = { hits: readonly SeenMark[]; at: Order }

function pinOf(lesson: Lesson, step: ActStep, { hits, at }: Done, facts: LessonFacts): Pin {
  const newest = STRATEGIES.flatMap((lane) => {
    const hit = hits.findLast((one) => one.lane === lane)
    return hit ? [[lane, hit.id] as const] : []
  })
  const exchanges = Object.fromEntries(newest)
  const seen: Seen = Object.fromEntries(
    newest.flatMap(([lane, id]) => {
      const exchange = facts.exchanges.find((one) => one.id === id)
      return exchange ? [[lane, exchange]] : []
    }),
  )
  return {
    sandbox: facts.sandbox!,
    exchanges,
    at: new Date(at[0]).toISOString(),
    said: saidOf(lesson, step, seen, facts),
  }
}

/** What the lesson asks of this act, answered while it is there. */
function saidOf(lesson: Lesson, step: ActStep, seen: Seen, facts: LessonFacts): Pin['said'] {
  const answers = lesson.steps.flatMap(({ id, ...one }) => {
    if (!('asks' in one)) return []
    const { asks } = one
    if ('reading' in asks && asks.of === step.id) return [[id, observe(asks.reading, seen, asks.lane)]]
    return 'ownRun' in asks ? [[id, foundIn(asks.ownRun, facts.runs)]] : []
  })
  return Object.fromEntries(answers.filter(([, value]) => value !== null))
}

/** Every lesson asks for what there is, and nothing in it says what is right: that comes from labs and from the reader's own acts. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { termOf } from '@/lib/glossary/terms'
import { labOf } from '@/lib/labs'
import { type LabPosition, lanesOf, positionOf } from '@/lib/labs/lab'
import { ROWS } from '@/lib/note'
import { DIALS, type Dial } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { choiceFor, laneAsked } from './asked'
import type { Goal } from './goal'
import { LESSONS } from './index'
import { choiceId, type Lesson, type LessonStep } from './lesson'
import type { Choice, LabQuestion, OwnQuestion } from './question'
import { expectedOf, sheetOf } from './sheet'

const folders = readdirSync(import.meta.dirname).filter((name) => /^l\d/.test(name))
const unique = (names: readonly string[]) => expect(names.toSorted()).toEqual([...new Set(names)].toSorted())

it('each folder is one lesson, by its slug, and there are the sixteen of the curriculum', () => {
  expect(LESSONS.map(({ slug }) => slug)).toEqual(folders.toSorted())
  for (const { id, slug } of LESSONS) expect(slug.startsWith(`${id.toLowerCase()}-`)).toBe(true)
  const ids = Array.from({ length: 16 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`)
  expect(LESSONS.map(({ id }): string => id)).toEqual(ids)
})

it('no term is used before a lesson has taught it', () => {
  const taught = new Set<string>()
  const early = LESSONS.flatMap(({ id, uses, teaches }) => {
    const missing = uses.filter((term) => !taught.has(term)).map((term) => `${id} ${term}`)
    for (const term of teaches) taught.add(term)
    return missing
  })
  expect(early).toEqual([])
})

const labels = (between: readonly Choice[]) => between.map(choiceId)
const isQuestion = (step: LessonStep): step is Extract<LessonStep, { between: unknown }> => 'between' in step

describe.each(LESSONS)('$slug', (lesson) => {
  const { id, minutes, needs, settles, teaches, uses, steps, scene } = lesson
  const acts = steps.filter((step) => step.do === 'act')

  it('takes four to ten minutes, and comes after what it needs', () => {
    expect(minutes.alone).toBeGreaterThanOrEqual(4)
    expect(minutes.alone).toBeLessThanOrEqual(10)
    expect(minutes.class).toBeGreaterThan(minutes.alone)
    const earlier = LESSONS.filter((other) => other.id < id).map(({ slug }) => slug)
    for (const slug of needs) expect(earlier).toContain(slug)
  })

  it('settles rows of the note and speaks of terms of the glossary', () => {
    const rows = ROWS.map((row) => row.id as string)
    for (const row of settles) expect(rows).toContain(row)
    expect([...teaches, ...uses].filter((term) => !termOf(term))).toEqual([])
    unique(settles)
    unique([...teaches, ...uses])
  })

  it('predicts, acts, sees, and ends with a check', () => {
    unique(steps.map((step) => step.id))
    expect(steps[0]?.do).toBe('predict')
    expect(steps.at(-1)?.do).toBe('check')
    expect(steps.length).toBeGreaterThanOrEqual(5)
    for (const [i, step] of steps.entries()) {
      if (isQuestion(step)) unique(labels(step.between))
      if (step.do === 'act') expect(steps.slice(0, i).some((one) => one.do === 'predict')).toBe(true)
      // Who acted says what was to be seen, before any text explains it.
      if (step.do === 'act') expect(['see', 'act']).toContain(steps[i + 1]?.do)
    }
  })

  it('names labs, dials and steps that there are', () => {
    for (const step of acts) {
      expect(step.solve.length).toBeGreaterThan(0)
      expect(step.hints).toBeGreaterThan(0)
      unique(step.wrong.map(({ say }) => say))
      const goals = [step.goal, ...step.wrong.map(({ when }) => when), ...(step.dead ? [step.dead] : [])]
      for (const goal of goals.flatMap(leavesOf)) expect([goal, isThere(goal)]).toEqual([goal, true])
    }
    for (const act of [...scene.acts, ...acts.flatMap(({ solve }) => solve)]) {
      if (act.do === 'lab') expect([act, isPlace(act)]).toEqual([act, true])
      if (act.do === 'dial') expect([act, isDial(act)]).toEqual([act, true])
    }
    for (const lane of STRATEGIES)
      for (const [name, value] of Object.entries(scene.dials[lane] ?? {}))
        expect([name, isDial({ lane, name, value })]).toEqual([name, true])
  })

  it('each choice can come, and by its lab one of them is right', () => {
    for (const step of steps.filter(isQuestion)) {
      const { asks, between } = step
      if ('reading' in asks) expect(wrongIn(lesson, step.id, asks, between)).toEqual([])
      else {
        const question = 'ownRun' in asks ? asks.ownRun : asks
        const value = expectedOf(question)
        expect({ step: step.id, right: value && choiceFor(between, value) }).toEqual({
          step: step.id,
          right: value,
        })
        for (const choice of labels(between))
          expect({ step: step.id, choice, possible: isPossible(question, choice) }).toEqual({
            step: step.id,
            choice,
            possible: true,
          })
      }
    }
  })

  it('asks of an own run what an act before it has run', () => {
    for (const [i, step] of steps.entries()) {
      if (!isQuestion(step) || !('ownRun' in step.asks)) continue
      const { lab, position = 'default' } = step.asks.ownRun
      const ran = steps
        .slice(0, i)
        .flatMap((one) => (one.do === 'act' ? leavesOf(one.goal) : []))
        .flatMap((goal) => ('ran' in goal ? [goal.ran] : []))
      expect(ran).toContainEqual({ lab, position })
    }
  })

  it('what a lab has measured stands in a cell of its table', () => {
    for (const { asks } of steps.filter(isQuestion)) {
      if (!('moment' in asks)) continue
      const { lab, position = 'default', moment } = asks
      const lane = laneAsked(asks, expectedOf(asks)!)
      expect(positionOf(labOf(lab)!, position)?.expected[lane]).toHaveProperty(moment)
    }
  })

  it('gives the page a sheet with an answer to each question of a lab', () => {
    const asked = steps.filter((step) => isQuestion(step) && !('reading' in step.asks)).map((step) => step.id)
    expect(Object.keys(sheetOf(lesson).expected)).toEqual(asked)
  })
})

type Leaf = Exclude<Goal, { all: unknown } | { any: unknown } | { inOrder: unknown }>
function leavesOf(goal: Goal): Leaf[] {
  if ('all' in goal) return goal.all.flatMap(leavesOf)
  if ('any' in goal) return goal.any.flatMap(leavesOf)
  return 'inOrder' in goal ? goal.inOrder.flatMap(leavesOf) : [goal]
}

function isThere(goal: Leaf): boolean {
  if ('ran' in goal) return isPlace(goal.ran)
  return !('holds' in goal) || !goal.holds.dial || isDial(goal.holds.dial)
}

const isPlace = ({ lab, position }: { lab: string; position: string }) => {
  const found = labOf(lab)
  return found !== null && positionOf(found, position) !== null
}

const isDial = ({ lane, name, value }: { lane: StrategyName; name: string; value: unknown }) =>
  (DIALS[lane] as Record<string, Dial>)[name]?.values.some((one) => one === value) === true

/** Lanes in their order, joined: "cookie+jwt", or "none". */
const isLanes = (choice: string, of: readonly StrategyName[] = STRATEGIES) =>
  choice === 'none' || of.filter((lane) => choice.split('+').includes(lane)).join('+') === choice

function isPossible(question: LabQuestion, choice: string): boolean {
  const lab = labOf(question.lab)!
  const position = positionOf(lab, question.position ?? 'default') as LabPosition
  return 'lane' in question ? Object.hasOwn(lab.outcomes, choice) : isLanes(choice, lanesOf(position))
}

/** What is wrong with a question on the reader's own exchanges. */
function wrongIn({ steps }: Lesson, id: string, asks: OwnQuestion, between: readonly Choice[]): string[] {
  const [at, of] = [id, asks.of].map((name) => steps.findIndex((step) => step.id === name)) as [
    number,
    number,
  ]
  const comparesLanes = asks.reading.startsWith('lanes-')
  const isBefore = steps[at]?.do === 'predict' ? at < of : of < at
  const numbers = between.filter((choice) => typeof choice === 'object')
  return [
    ...(steps[of]?.do === 'act' && isBefore ? [] : [`${asks.of} is no act on its side of it`]),
    ...(comparesLanes === (asks.lane === undefined) ? [] : ['a lane, where one is read, and there alone']),
    ...(comparesLanes ? labels(between).filter((choice) => !isLanes(choice)) : []),
    ...numbers.filter(({ from = 0, to = Infinity }) => from > to).map(({ id: name }) => name),
    ...overlapping(numbers),
  ]
}

const overlapping = (numbers: readonly { id: string; from?: number; to?: number }[]) =>
  numbers
    .filter(({ from = -Infinity, to = Infinity }, i) =>
      numbers.some((other, j) => j > i && from <= (other.to ?? Infinity) && (other.from ?? -Infinity) <= to),
    )
    .map(({ id }) => `${id} overlaps`)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LESSONS, lessonOf } from './index'
import { keyOf } from './key'
import { choiceId } from './lesson'
import { type LessonPlan, PLANS, planFor, TOLD } from './plan'
import { spanOf, stepSpans, together } from './times'

const aim = lessonOf('l08-forced-sign-out')!
const played = ({ parts }: LessonPlan) =>
  parts.filter(({ how }) => how === 'played').map(({ lesson }) => lesson.id)

describe.each(LESSONS)('$id', (lesson) => {
  it('its steps take together what it takes, each half a minute at least, and no less with a class', () => {
    const spans = stepSpans(lesson)
    expect(spans).toHaveLength(lesson.steps.length)
    expect(together(spans)).toEqual(spanOf(lesson))
    for (const { least, most } of spans) {
      expect(least).toBeGreaterThanOrEqual(30)
      expect(most).toBeGreaterThanOrEqual(least)
      expect([least % 30, most % 30]).toEqual([0, 0])
    }
  })

  it('its key has one of the choices for each question', () => {
    const key = keyOf(lesson)
    const wrong = lesson.steps.flatMap((step) =>
      'between' in step && !step.between.map(choiceId).includes(key[step.id]?.choice ?? '') ? [step.id] : [],
    )
    expect(wrong).toEqual([])
  })
})

it('any plan keeps to its time, has first what each of its lessons needs, and tells no more than it must', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), fc.constantFrom(...LESSONS), (minutes, lesson) => {
      const plan = planFor(minutes, lesson)
      if (!plan) {
        expect(minutes).toBeLessThan(lesson.minutes.class + LESSONS.length)
        return
      }
      const { parts, span } = plan
      expect(span.most).toBeLessThanOrEqual(minutes * 60)
      expect(span).toEqual(together(parts.map((part) => part.span)))
      expect(parts.map(({ from }) => from)).toEqual(
        parts.map((_, i) => together(parts.slice(0, i).map((part) => part.span)).most),
      )
      expect(played(plan)).toContain(lesson.id)
      const slugs = parts.map((part) => part.lesson.slug)
      for (const [i, part] of parts.entries()) {
        for (const need of part.lesson.needs) expect(slugs.slice(0, i)).toContain(need)
        expect(part.span).toEqual(part.how === 'told' ? TOLD : spanOf(part.lesson))
        // It would not have fitted in.
        if (part.how === 'told')
          expect(span.most - TOLD.most + spanOf(part.lesson).most).toBeGreaterThan(minutes * 60)
      }
    }),
  )
})

it.each([
  [30, ['L02', 'L08']],
  [45, ['L02', 'L06', 'L08']],
  [60, ['L02', 'L06', 'L07', 'L08']],
  [90, ['L02', 'L03', 'L06', 'L07', 'L08', 'L09']],
])('%d minutes for the forced sign-out: %j are played', (minutes, ids) => {
  expect(PLANS).toContain(minutes)
  expect(played(planFor(minutes, aim)!)).toEqual(ids)
})

it('a lesson that there is no time for has no plan', () => expect(planFor(15, aim)).toBeNull())

import { expect, it } from 'vitest'
import { LESSONS, lessonOf } from './index'
import { actsTo, sceneDials, wayTo } from './way'

const anything = () => true
const l08 = lessonOf('l08-forced-sign-out')!

const scene = [...sceneDials(l08), ...l08.scene.acts]

const solveOf = (id: string) =>
  l08.steps.flatMap((step) => (step.id === id && 'solve' in step ? step.solve : []))

it('to a step is the scene, then what solves each act before it', () => {
  expect(actsTo(l08, null, anything)).toEqual(scene)
  expect(actsTo(l08, l08.steps[0]!.id, anything)).toEqual(scene)
  expect(actsTo(l08, 'force', anything)).toEqual(scene)
  expect(actsTo(l08, 'refused', anything)).toEqual([...scene, ...solveOf('force')])
  const all = l08.steps.flatMap((step) => ('solve' in step ? step.solve : []))
  expect(actsTo(l08, l08.steps.at(-1)!.id, anything)).toEqual([...scene, ...all])
  expect(actsTo(l08, 'no-such-step', anything)).toEqual(scene)
})

it('leaves out an act that cannot be played here', () => {
  const noLab = (act: { do: string }) => act.do !== 'lab'
  const l05 = lessonOf('l05-attacks')!
  const last = l05.steps.at(-1)!.id
  expect(wayTo(l05, last, anything).length).toBeGreaterThan(0)
  expect(
    wayTo(l05, last, noLab)
      .flatMap(({ solve }) => solve)
      .filter((act) => act.do === 'lab'),
  ).toEqual([])
})

it.each(LESSONS)('of $slug holds the act that a question on it is about, and its dials first', (lesson) => {
  for (const { id, ...step } of lesson.steps) {
    if (step.do !== 'see') continue
    const way = wayTo(lesson, id, anything)
    expect(way.length).toBeGreaterThan(0)
    if ('of' in step.asks) expect(way.map((act) => act.id)).toContain(step.asks.of)
    const dials = sceneDials(lesson)
    expect(actsTo(lesson, id, anything).slice(0, dials.length)).toEqual(dials)
  }
})

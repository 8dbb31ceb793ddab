import { beforeEach, describe, expect, it } from 'vitest'
import { useLive } from '@/app/_live/state/store'
import { deskAct, exchange } from '@/lib/reading/testing'
import { idOfEvent } from '@/lib/reading/timeline/event-id'
import { columnsOf, stepsOf } from '@/lib/reading/timeline/steps-of'
import { moveBy, placeOf } from './stops'

const desk = [deskAct(15_000)]
const exchanges = [0, 10_000, 20_000].map((ms, i) => exchange(i + 1, { ms }))
const stops = columnsOf(stepsOf(exchanges, desk), desk)
const now = () => {
  const { cursor, event } = useLive.getState()
  return placeOf(stops, event, cursor ?? 2)
}

beforeEach(() => useLive.setState({ exchanges, desk, acts: [], cursor: null, event: null, device: 'laptop' }))

describe('keys on the timeline', () => {
  it('go over steps and acts alike', () => {
    expect(moveBy('ArrowLeft', stops, 3)).toBe(2)
    expect(useLive.getState().event).toBe(idOfEvent(desk[0]!))
    expect(now()).toBe(2)
    expect(moveBy('ArrowLeft', stops, 2)).toBe(1)
    expect(useLive.getState()).toMatchObject({ cursor: 1, event: null })
    expect(moveBy('ArrowRight', stops, 1)).toBe(2)
    expect(now()).toBe(2)
  })

  it('Home is the first, End is now', () => {
    expect(moveBy('Home', stops, 3)).toBe(0)
    expect(useLive.getState().cursor).toBe(0)
    expect(moveBy('End', stops, 0)).toBe(3)
    expect(useLive.getState().cursor).toBeNull()
  })

  it('lead nowhere beyond the ends, and others are not theirs', () => {
    expect([moveBy('ArrowLeft', stops, 0), moveBy('ArrowRight', stops, 3), moveBy('a', stops, 1)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('the place of what is chosen', () => {
  it('is the nearest step before it where the filter left it out', () => {
    const left = stops.filter((_, i) => i !== 1)
    expect(left.map(({ kind }) => kind)).toEqual(['step', 'desk', 'step'])
    expect(placeOf(left, null, 1)).toBe(0)
    expect(placeOf(left.slice(1), null, 1)).toBe(1)
    expect(placeOf([], null, 1)).toBe(-1)
  })
})

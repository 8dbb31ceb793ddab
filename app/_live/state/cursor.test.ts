import { beforeEach, expect, test } from 'vitest'
import { deskAct, exchange, ownerAct } from '@/lib/reading/testing'
import { backToLive, chooseEvent, chooseStep } from './cursor'
import { useLive } from './store'

/** Steps at 0, 2, 4 and 6 s; a forced sign-out between the second and the third, a key changed behind all of them. */
const FORCED = deskAct(3000)
const ROTATED = ownerAct(9000)

beforeEach(() => {
  useLive.setState(useLive.getInitialState())
  const exchanges = [0, 1, 2, 3].map((n) => exchange(n + 1, { ms: 2000 * n }))
  useLive.setState({ exchanges, desk: [FORCED], acts: [ROTATED] })
})

const place = () => {
  const { cursor, event } = useLive.getState()
  return { cursor, event }
}

test('an opened event shows the shops as they were right before it', () => {
  chooseEvent(FORCED.at)
  expect(place()).toEqual({ cursor: 1, event: FORCED.at })
})

test('the newest is live', () => {
  chooseStep(0)
  chooseEvent(ROTATED.id)
  expect(place()).toEqual({ cursor: null, event: ROTATED.id })
})

test('what is not known is not opened', () => {
  chooseStep(2)
  chooseEvent('e1-act-none')
  expect(place()).toEqual({ cursor: 2, event: null })
})

test.each([
  ['a step', () => chooseStep(0), 0],
  ['the newest step', () => chooseStep(3), null],
  ['back to live', backToLive, null],
])('%s closes it', (_, act, cursor) => {
  chooseEvent(FORCED.at)
  act()
  expect(place()).toEqual({ cursor, event: null })
})

import { expect, it } from 'vitest'
import type { LabFinding } from '@/lib/labs/lab'
import type { StrategyName } from '@/lib/strategies/strategy'
import { comparedWith } from './compared'

const found = (lane: StrategyName, outcome: string, moment = 'next'): LabFinding => ({
  lane,
  moment,
  outcome,
  facts: {},
  exchange: null,
  readFrom: 'bench',
})

const SHEET = { asks: { moment: 'next', between: ['in', 'out'] } }
const FOUND = [
  found('jwt', 'in'),
  found('cookie', 'in'),
  found('session', 'out'),
  found('cookie', 'out', 'later'),
]

it('which guesses held, and what came where one did not: in the order of the lanes', () => {
  expect(comparedWith({ cookie: 'in', session: 'in', jwt: 'in' }, FOUND, SHEET)).toEqual({
    right: ['cookie', 'jwt'],
    missed: [{ lane: 'session', outcome: 'out' }],
    unsaid: [],
  })
})

it('of a lane without a guess only what came', () => {
  const { right, missed, unsaid } = comparedWith({ jwt: 'out' }, FOUND, SHEET)
  expect([right, missed]).toEqual([[], [{ lane: 'jwt', outcome: 'in' }]])
  expect(unsaid).toEqual([
    { lane: 'cookie', outcome: 'in' },
    { lane: 'session', outcome: 'out' },
  ])
})

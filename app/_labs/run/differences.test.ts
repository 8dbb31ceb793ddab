import { expect, it } from 'vitest'
import type { LabFinding } from '@/lib/labs/lab'
import { differencesOf } from './differences'

const found = (moment: string, outcome: string, lane: LabFinding['lane'] = 'jwt'): LabFinding => ({
  lane,
  moment,
  outcome,
  facts: {},
  exchange: null,
  readFrom: 'bench',
})

it('a dial has changed what came otherwise in the same lane at the same moment, and nothing else', () => {
  const byDefault = [found('next', 'in'), found('later', 'out'), found('last', 'out', 'session')]
  const now = [found('next', 'out'), found('later', 'out'), found('last', 'in'), found('new', 'in')]
  expect(differencesOf(now, byDefault)).toEqual([{ finding: now[0], was: 'in' }])
})

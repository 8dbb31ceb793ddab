import { describe, expect, it } from 'vitest'
import { DEFAULT_DIALS, type Dials } from '@/lib/strategies/dials'
import { DIFFERENCES } from '@/lib/strategies/differences'
import { DIAL_EFFECTS } from '@/lib/strategies/effects'
import type { StrategyName } from '@/lib/strategies/strategy'
import { previewOf } from './preview'

const with_ = <Lane extends StrategyName>(lane: Lane, change: Partial<Dials[Lane]>): Dials => ({
  ...DEFAULT_DIALS,
  [lane]: { ...DEFAULT_DIALS[lane], ...change },
})

describe('the preview of a turn', () => {
  it('from the defaults, is what the table declares', () => {
    for (const { strategy, turn, difference, becomes } of DIAL_EFFECTS) {
      const [[name, value] = ['', ''], ...more] = Object.entries(turn)
      if (more.length > 0) continue
      const changes = previewOf(DEFAULT_DIALS, { strategy, name, value })
      const from = DIFFERENCES[difference][strategy]
      const told = changes.filter((one) => one.difference === difference && one.needs.length === 0)
      const changed = JSON.stringify(from) !== JSON.stringify(becomes)
      expect(told).toEqual(changed ? [{ difference, from, to: becomes, needs: [] }] : [])
    }
  })

  it('turned back, tells the way back', () => {
    const raw = with_('session', { storedId: 'raw' })
    expect(previewOf(raw, { strategy: 'session', name: 'storedId', value: 'hashed' })).toEqual([
      { difference: 'databaseCopySignsIn', from: true, to: false, needs: [] },
    ])
  })

  it('names what has to be turned as well', () => {
    const adopt = { strategy: 'session', name: 'unknownIds', value: 'adopt' } as const
    expect(previewOf(DEFAULT_DIALS, adopt)).toContainEqual({
      difference: 'plantedValueAfterSignIn',
      from: 'refused',
      to: 'accepted',
      needs: [{ strategy: 'session', name: 'renewal', value: false }],
    })
    expect(previewOf(with_('session', { renewal: false }), adopt)).toEqual([
      { difference: 'plantedValueAfterSignIn', from: 'refused', to: 'accepted', needs: [] },
    ])
  })

  it('says nothing where nothing is declared', () => {
    expect(previewOf(DEFAULT_DIALS, { strategy: 'jwt', name: 'sliding', value: 'capped' })).toEqual([])
  })
})

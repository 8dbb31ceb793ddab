import { describe, expect, it, test } from 'vitest'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { withMore } from '../connection/links'
import { movesOf, queryOfTurns, turnsIn, weakens } from './dial-links'
import type { DialTurn } from './dial-list'

const asked = (query: string) => turnsIn(new URLSearchParams(query))

describe('dials in a link', () => {
  const turns: DialTurn[] = [
    { strategy: 'session', name: 'idle', value: 60 },
    { strategy: 'session', name: 'renewal', value: false },
    { strategy: 'jwt', name: 'carrier', value: 'local-storage' },
  ]

  test('what a link says is what it asks for', () => {
    const query = queryOfTurns(turns)
    expect(query).toBe('dial=session.idle:60&dial=session.renewal:false&dial=jwt.carrier:local-storage')
    expect(asked(query)).toEqual(turns)
    expect(asked(encodeURI(query).replaceAll(':', '%3A'))).toEqual(turns)
  })

  test.each([
    'dial=',
    'dial=session',
    'dial=session.idle',
    'dial=session.idle:61',
    'dial=session.idle:',
    'dial=jwt.idle:60',
    'dial=session.constructor:60',
    'dial=__proto__.idle:60',
    'dial=session.renewal:0',
    'session.idle:60',
    '',
  ])('%s asks for nothing', (query) => expect(asked(query)).toEqual([]))

  test('of one dial the last position counts', () => {
    expect(asked('dial=session.idle:60&dial=session.idle:300')).toEqual([
      { strategy: 'session', name: 'idle', value: 300 },
    ])
  })

  test('only what would move a dial counts, and only a weak position weakens', () => {
    expect(movesOf(DEFAULT_DIALS, asked('dial=session.idle:1800&dial=jwt.refresh:fixed'))).toEqual([
      { strategy: 'jwt', name: 'refresh', value: 'fixed' },
    ])
    expect(weakens(asked('dial=session.idle:60&dial=jwt.denylist:true'))).toBe(false)
    expect(weakens(asked('dial=session.idle:60&dial=session.renewal:false'))).toBe(true)
    expect(weakens([])).toBe(false)
  })
})

it('joins two parts of an address', () => {
  expect(withMore('', '')).toBe('')
  expect(withMore('?step=2', '')).toBe('?step=2')
  expect(withMore('', 'dial=a')).toBe('?dial=a')
  expect(withMore('?step=2', 'dial=a')).toBe('?step=2&dial=a')
})

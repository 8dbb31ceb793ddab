import { expect, test } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import { maskExchange } from '../export/mask'
import { exchangeText } from './exchange-text'
import { exposuresOf } from './exposures'

const around = { tls: true, at: '2026-11-23T04:00:00.000Z', tolerance: 0 }

test('an event says what the masked exchange says, the first time and every time', () => {
  const artifacts = [aCookie({}), aCookie({ id: 'phone/cookie/__Secure-session', device: 'phone' })]
  const exchange = anExchange({ artifacts, requestHeaders: [['Cookie', 'a=long-enough-to-be-masked']] })
  const expected = JSON.parse(JSON.stringify(maskExchange(exchange)))
  for (let time = 0; time < 3; time++) expect(JSON.parse(exchangeText(exchange))).toEqual(expected)
  const other = { ...exchange, stored: { before: artifacts, after: [artifacts[0]!] } }
  expect(JSON.parse(exchangeText(other)).stored.after).toHaveLength(1)
})

test('exposures are made once, until something ends, the clock is turned back or the wire is another', () => {
  const snapshot = [aCookie({ expiresAt: '2026-11-23T05:00:00.000Z' })]
  const first = exposuresOf(snapshot, around)
  expect(exposuresOf(snapshot, { ...around, at: '2026-11-23T04:59:59.999Z' })).toBe(first)
  const ended = exposuresOf(snapshot, { ...around, at: '2026-11-23T05:00:00.000Z' })
  expect(ended[0]!.cells['next-person']).toMatchObject({ abilities: [], because: 'ended' })
  expect(exposuresOf(snapshot, around)).toEqual(first)
  expect(exposuresOf(snapshot, { ...around, tls: false })[0]!.cells.network.because).toBe('secureOverPlain')
})

test('a token ends with the tolerance', () => {
  const snapshot = [aCookie({ form: 'signed', expiresAt: '2026-11-23T05:00:00.000Z' })]
  const tolerant = { ...around, tolerance: 30 }
  const alive = exposuresOf(snapshot, tolerant)
  expect(exposuresOf(snapshot, { ...tolerant, at: '2026-11-23T05:00:29.000Z' })).toBe(alive)
  expect(exposuresOf(snapshot, { ...tolerant, at: '2026-11-23T05:00:30.000Z' })).not.toEqual(alive)
})

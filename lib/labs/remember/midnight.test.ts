import { expect, it } from 'vitest'
import { midnightInKorea } from './midnight'

it.each([
  ['2026-11-29T14:59:59.999Z', '2026-11-29T15:00:00.000Z'],
  // It is midnight: a new day has begun.
  ['2026-11-29T15:00:00.000Z', '2026-11-30T15:00:00.000Z'],
  // Still Saturday in UTC, Sunday in Seoul.
  ['2026-11-28T23:30:00.000Z', '2026-11-29T15:00:00.000Z'],
  ['2026-12-31T14:00:00.000Z', '2026-12-31T15:00:00.000Z'],
  ['2028-02-29T01:00:00.000Z', '2028-02-29T15:00:00.000Z'],
])('%s: the day ends at %s', (now, end) => {
  expect(midnightInKorea(new Date(now)).toISOString()).toBe(end)
})

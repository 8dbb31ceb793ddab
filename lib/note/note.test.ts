import { describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { citation } from '@/lib/reading/notes/sources'
import { citationFaults } from '@/lib/testing/text/citations'
import { ROWS, rowOf, SECTIONS } from './index'
import { VERDICTS } from './row'

const idOf = (n: number) => `S-${String(n).padStart(3, '0')}`

it('is whole, in the order of the note', () => {
  expect(ROWS.map(({ id }) => id)).toEqual(Array.from({ length: 311 }, (_, index) => idOf(index + 1)))
  expect(SECTIONS.map(({ id }) => id).join('')).toBe('ABCDEFGHIJKLM')
})

it('counts verdicts as the curriculum does', () => {
  const counts = VERDICTS.map((one) => [one, ROWS.filter(({ verdict }) => verdict === one).length])
  expect(Object.fromEntries(counts)).toEqual({ correct: 175, imprecise: 97, outdated: 8, wrong: 31 })
})

it('finds a row by its id, and none that is not there', () => {
  expect(rowOf('S-096')?.lines).toBe('226')
  expect(rowOf('S-312')).toBeNull()
})

it.each(SECTIONS)(
  '$id: each row begins within its lines, and has its proof or says what brings it',
  (section) => {
    const [first, last] = section.lines.split('-').map(Number)
    for (const { lines, proof } of section.rows) {
      const line = Number.parseInt(lines, 10)
      expect(line).toBeGreaterThanOrEqual(first!)
      expect(line).toBeLessThanOrEqual(last!)
      expect(proof).toBeDefined()
    }
  },
)

describe.each(LOCALES)('sources, %s', async (locale) => {
  const { sources } = await loadMessages(locale, ['sources'])
  const t = textOf('sources', sources, locale)

  it('are cited in the one form of the language', () => {
    const faults = ROWS.flatMap((row) =>
      row.sources.flatMap((source) => citationFaults(citation(t, source), locale)),
    )
    expect(faults).toEqual([])
  })
})

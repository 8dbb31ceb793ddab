import { describe, expect, it } from 'vitest'
import { FIGURES } from '@/app/_pages/numbers/figures'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { citation } from '@/lib/reading/notes/sources'
import { citationFaults } from '@/lib/testing/text/citations'
import { CONTESTED } from './contested'
import { outcomeOf } from './measured'

describe.each(CONTESTED)('$id', ({ id, word, says, counts, cells = [] }) => {
  it('is said by somebody, and can be looked up', async () => {
    expect(says.length).toBeGreaterThan(0)
    for (const locale of LOCALES) {
      const { sources } = await loadMessages(locale, ['sources'])
      for (const source of says) {
        expect(source.href).toMatch(/^https:\/\//)
        expect(citationFaults(citation(textOf('sources', sources, locale), source), locale)).toEqual([])
      }
    }
  })

  it('has a verdict only where something was measured', () => {
    if (word !== 'not-measured') expect(counts !== undefined || cells.length > 0).toBe(true)
  })

  it('its cells are there', () => {
    // As the page looks them up.
    for (const cell of cells) expect(outcomeOf(cell).outcome).not.toBe('')
  })

  it('its numbers are those of the benchmark, and its text says all of them', async () => {
    const numbers = counts?.(FIGURES) ?? {}
    for (const value of Object.values(numbers)) expect(value).toSatisfy(Number.isFinite)
    for (const locale of LOCALES) {
      const { choose } = await loadMessages(locale, ['choose'])
      const said = textOf('choose', choose, locale)(`contested.${id}.found`, numbers)
      expect(said).not.toMatch(/[{}]|NaN/)
    }
  })
})

it('works sizes out of what went over the wire', () => {
  const up = (lane: string) => FIGURES.wire.find((one) => one.lane === lane && one.action === 'cart.read')!.up
  const traffic = CONTESTED.find(({ id }) => id === 'traffic')!.counts!(FIGURES)
  expect(traffic.more).toBe(up('jwt') - up('session'))
  expect(traffic.megabytes).toBeCloseTo((traffic.more! * 100_000) / 1e6, 1)
})

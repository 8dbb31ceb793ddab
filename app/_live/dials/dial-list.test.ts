import { describe, expect, it } from 'vitest'
import { SOURCES } from '@/app/_dials/sources'
import { dialName, dialWhy, positionName, rowName, rowValue, slug } from '@/app/_live/dials/words'
import { format, lookUp, type Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { DEFAULT_DIALS, DIALS, type Dial, type Dials } from '@/lib/strategies/dials'
import { DIFFERENCES, type DifferenceName } from '@/lib/strategies/differences'
import { DIAL_EFFECTS } from '@/lib/strategies/effects'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { GROUPS, stillBecause } from './dial-groups'
import { dialNames, turnedFrom } from './dial-list'

const turned = (change: Partial<Dials['jwt']>): Dials => ({
  ...DEFAULT_DIALS,
  jwt: { ...DEFAULT_DIALS.jwt, ...change },
})

describe.each(STRATEGIES)('the %s lane', (strategy) => {
  it('shows each of its dials in one group', () => {
    const shown = GROUPS[strategy].flatMap(({ dials }) => dials)
    expect(shown.toSorted()).toEqual(dialNames(strategy).toSorted())
  })

  it('says of each dial where that can be read up', () => {
    expect(Object.keys(SOURCES[strategy]).toSorted()).toEqual(dialNames(strategy).toSorted())
    for (const { href } of Object.values(SOURCES[strategy]).flat()) expect(href).toMatch(/^https:\/\/.+[^.]$/)
    expect(Object.values(SOURCES[strategy]).every((sources) => sources.length > 0)).toBe(true)
  })
})

describe.each(LOCALES)('words, %s', async (locale) => {
  const { dials: own } = await loadMessages(locale, ['dials'])
  const has = (key: string) => lookUp(own, key) !== undefined
  const t = Object.assign(
    (key: string, values?: Record<string, string | number>) =>
      format(lookUp(own as Messages, key) ?? `?${key}`, values, locale),
    { has },
  )

  it.each(STRATEGIES)('has a name, a sentence and words for the positions of each dial of %s', (strategy) => {
    for (const [name, { values }] of Object.entries<Dial>(DIALS[strategy])) {
      const said = [dialName(t, strategy, name), dialWhy(t, strategy, name)]
      const positions = values.map((value) => positionName(t, { strategy, name, value }))
      for (const text of [...said, ...positions]) expect(text).not.toContain('?')
      expect(new Set(positions).size).toBe(values.length)
      // Attribute values and algorithms stand as they are. English words may be the codes themselves.
      const spoken = !['sameSite', 'algorithm'].includes(name) && locale === 'ko'
      for (const value of values.filter((one) => typeof one === 'string'))
        expect(spoken && positionName(t, { strategy, name, value }) === value).toBe(false)
    }
  })

  it('has words for each difference and each thing that it can say', () => {
    const all: [DifferenceName, unknown][] = [
      ...Object.entries(DIFFERENCES).flatMap(([name, row]) =>
        Object.values(row).map((value): [DifferenceName, unknown] => [name as DifferenceName, value]),
      ),
      ...DIAL_EFFECTS.map(({ difference, becomes }): [DifferenceName, unknown] => [difference, becomes]),
    ]
    for (const [difference, value] of all) {
      expect(rowName(t, difference)).not.toContain('?')
      expect(rowValue(t, value)).not.toContain('?')
      const spoken = typeof value === 'string' && !['sameSite', 'algorithm'].includes(difference)
      if (spoken) expect([value, has(`value.${slug(value)}`)]).toEqual([value, true])
    }
  })
})

describe('what is turned', () => {
  it('is nothing with the defaults', () => expect(turnedFrom(DEFAULT_DIALS)).toEqual([]))

  it('is what differs, in the lanes that are asked for', () => {
    const dials = turned({ refresh: 'none', accessLife: 10 })
    expect(turnedFrom(dials, ['jwt'])).toEqual([
      { strategy: 'jwt', name: 'accessLife', value: 10 },
      { strategy: 'jwt', name: 'refresh', value: 'none' },
    ])
    expect(turnedFrom(dials, ['session'])).toEqual([])
  })
})

it('says why a dial shows nothing', () => {
  expect(stillBecause(DEFAULT_DIALS, 'jwt', 'whenFull')).toBe('no-limit')
  expect(stillBecause(turned({ deviceLimit: 1 }), 'jwt', 'whenFull')).toBeNull()
  expect(stillBecause(turned({ refresh: 'fixed' }), 'jwt', 'grace')).toBe('not-rotating')
  expect(stillBecause(DEFAULT_DIALS, 'jwt', 'grace')).toBeNull()
  expect(stillBecause(turned({ refresh: 'none' }), 'jwt', 'sameSite')).toBe('no-cookie')
  expect(stillBecause(turned({ refresh: 'none', carrier: 'cookie' }), 'jwt', 'sameSite')).toBeNull()
  expect(stillBecause(DEFAULT_DIALS, 'session', 'crossSite')).toBeNull()
})

it('every dial is one of a few positions', () => {
  const dials = STRATEGIES.flatMap((strategy) => Object.values<Dial>(DIALS[strategy]))
  expect(dials.every(({ values }) => values.length >= 2 && values.length <= 5)).toBe(true)
})

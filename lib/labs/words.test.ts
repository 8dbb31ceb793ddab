/** Every lab can say everything: its catalogue has each key that its definition asks for, in both languages, and no other. */
import { describe, expect, it } from 'vitest'
import { namesIn } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { wordsIn } from '@/lib/testing/text/words'
import { LABS } from './index'
import { type Lab, lanesOf } from './lab'

const spread = (prefix: string, names: readonly string[]) => names.map((name) => `${prefix}.${name}`)

/** Must be there. */
function asked({ acts, moments, outcomes, positions }: Lab): string[] {
  return [
    ...['title', 'short', 'lead', 'ask'],
    ...spread('act', acts),
    ...spread('moment', moments),
    ...spread('outcome', Object.keys(outcomes)),
    ...positions.flatMap((position) => [
      `position.${position.id}`,
      `positionNote.${position.id}`,
      ...spread(`so.${position.id}`, lanesOf(position)),
    ]),
    ...['title', 'text', 'source'].map((part) => `why.1.${part}`),
    'own.1',
  ]
}

/** May be there. */
function allowed({ moments, positions, settles }: Lab): string[] {
  return [
    ...spread('momentNote', moments),
    ...positions.flatMap((position) =>
      lanesOf(position).flatMap((lane) => spread(`note.${position.id}.${lane}`, moments)),
    ),
    ...['2', '3', '4'].flatMap((n) => ['title', 'text', 'source'].map((part) => `why.${n}.${part}`)),
    ...['own.2', 'own.3'],
    ...spread('corrects', settles),
  ]
}

describe.each(LABS)('$slug', (lab) => {
  const namespace = `lab-${lab.slug}` as const

  it.each(LOCALES)('says all it has to say, and nothing that is never shown: %s', async (locale) => {
    const words = wordsIn((await loadMessages(locale, [namespace]))[namespace]!)
    const keys = [...words.keys()]
    const given = keys.filter((key) => /^given\.[\w-]+$/.test(key))
    const values = given.map((key) => key.replace('given', 'givenValue'))
    expect(asked(lab).filter((key) => !words.get(key))).toEqual([])
    const known = new Set([...asked(lab), ...allowed(lab), ...given, ...values])
    expect(keys.filter((key) => !known.has(key))).toEqual([])
    expect(keys.filter((key) => key.startsWith('givenValue.')).sort()).toEqual(values.sort())
  })

  it.each(LOCALES)('says each reason whole: %s', async (locale) => {
    const words = wordsIn((await loadMessages(locale, [namespace]))[namespace]!)
    for (const n of ['1', '2', '3', '4']) {
      const parts = ['title', 'text', 'source'].filter((part) => words.has(`why.${n}.${part}`))
      expect([n, parts.length === 0 || parts.length === 3]).toEqual([n, true])
    }
  })

  it.each(LOCALES)('puts measured facts only where a run is shown: %s', async (locale) => {
    const words = wordsIn((await loadMessages(locale, [namespace]))[namespace]!)
    const elsewhere = [...words].filter(
      ([key, text]) => namesIn(text).length > 0 && !/^(note|so)\./.test(key),
    )
    expect(elsewhere.map(([key]) => key)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { labOf } from './index'
import { BELIEFS, positionOf } from './lab'
import { MYTHS } from './myths'

describe.each(MYTHS)('$id', ({ lab: slug, position, lanes, moments, rows }) => {
  const lab = labOf(slug)!

  it('is settled by a lab that there is, at a moment that it has, in lanes that play it', () => {
    expect(lab).not.toBeNull()
    const { expected } = positionOf(lab, position)!
    for (const lane of lanes) expect(Object.keys(expected)).toContain(lane)
    for (const moment of moments) expect(lab.moments).toContain(moment)
  })

  it('names rows that the lab settles', () => {
    for (const row of rows) expect(lab.settles).toContain(row)
  })
})

it.each(LOCALES)('there is a word for each verdict: %s', async (locale) => {
  const { labs } = await loadMessages(locale, ['labs'])
  expect(Object.keys(labs!.belief!)).toEqual([...BELIEFS])
  const given = MYTHS.map(({ verdict }) => verdict)
  expect(new Set(given)).toEqual(new Set(BELIEFS))
})

it('each is named once', () => {
  expect(new Set(MYTHS.map(({ id }) => id)).size).toBe(MYTHS.length)
})

it.each(LOCALES)('each has its words, and no words are left over: %s', async (locale) => {
  const { myths } = await loadMessages(locale, ['myths'])
  const told = Object.entries(myths!).filter(([, words]) => typeof words === 'object')
  expect(told.map(([id]) => id).sort()).toEqual(MYTHS.map(({ id }) => id).sort())
  for (const [id, words] of told)
    expect([id, Object.keys(words)]).toEqual([id, ['claim', 'tried', 'truth', 'source']])
})

it('the words have one order in both languages: it is the order on the page', async () => {
  const [en, ko] = await Promise.all(
    LOCALES.map(async (locale) => Object.keys((await loadMessages(locale, ['myths'])).myths!)),
  )
  expect(ko).toEqual(en)
})

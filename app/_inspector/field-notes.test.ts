import { describe, expect, it } from 'vitest'
import en from '../../lib/i18n/messages/en/inspector.json'
import ko from '../../lib/i18n/messages/ko/inspector.json'
import { REASONS } from '../../lib/trace/exposure'
import { WATCHED } from '../../lib/trace/watched'
import { NOTES, noteOfField } from './field-notes'

const catalogues = { en, ko } as const

describe.each(Object.entries(catalogues))('the words of the panel in %s', (_, words) => {
  it('explain every note that can be opened, and no other', () => {
    const explained = Object.entries(words.note).filter(([, note]) => typeof note === 'object')
    expect(explained.map(([slug]) => slug).sort()).toEqual(Object.keys(NOTES).sort())
  })

  it('say why for every reason of an exposure', () => {
    expect(Object.keys(words.because).sort()).toEqual([...REASONS].sort())
  })

  it('have a phrase for every operation of every watched port', () => {
    const phrases = words.step as Record<string, Record<string, string>>
    for (const [port, { operations }] of Object.entries(WATCHED))
      for (const operation of Object.keys(operations))
        expect(phrases[port]?.[operation], `${port}.${operation}`).toBeTruthy()
  })
})

describe('which note explains a field', () => {
  it.each([
    ['request', 'COOKIE', 'cookie'],
    ['request', 'Sec-CH-UA-Mobile', 'sec-ch-ua'],
    ['request', 'Cache-Control', 'request-cache-control'],
    ['response', 'Cache-Control', 'cache-control'],
    ['response', 'X-Unknown', null],
    ['response', 'constructor', null],
  ] as const)('%s %s: %s', (side, name, slug) => {
    expect(noteOfField(side, name)).toBe(slug)
  })
})

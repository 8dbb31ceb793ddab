import { describe, expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en/glossary.json'
import ko from '@/lib/i18n/messages/ko/glossary.json'
import { LABS } from '@/lib/labs'
import { linkedParts, termNames } from './linked'
import { TERMS } from './terms'

describe('the glossary', () => {
  it('has a sentence for each of its terms, and for no other', () => {
    const ids = TERMS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { term } of [en, ko]) expect(Object.keys(term)).toEqual(ids)
  })

  it('says each in one sentence, or two short ones', () => {
    for (const { text } of [...Object.values(en.term), ...Object.values(ko.term)])
      expect([text, text.length < 160 && text.endsWith('.')]).toEqual([text, true])
  })

  it('shows each in a lab that there is', () => {
    const labs = TERMS.flatMap(({ see }) => (see && 'lab' in see ? see.lab : []))
    expect(labs.filter((slug) => !LABS.some((lab) => lab.slug === slug))).toEqual([])
  })
})

describe('terms in a text', () => {
  const words = (text: string, language: 'en' | 'ko', known: string[] = []) =>
    linkedParts(text, termNames({ en, ko }[language].term), new Set(known)).map((part) =>
      typeof part === 'string' ? part : `[${part.term}]`,
    )

  it('are linked once, and the longest is meant', () => {
    expect(words('A session cookie is a cookie. A cookie is no session.', 'en')).toEqual([
      'A ',
      '[session-cookie]',
      ' is a ',
      '[cookie]',
      '. A cookie is no ',
      '[session]',
      '.',
    ])
  })

  it('are found in the plural, at the beginning of a sentence, and with a Korean particle', () => {
    expect(words('Refresh tokens end.', 'en')).toEqual(['[refresh-token]', ' end.'])
    expect(words('액세스 토큰을 보냅니다.', 'ko')).toEqual(['[access-token]', '을 보냅니다.'])
  })

  it('are no part of a longer word, and no common verb', () => {
    expect(words('Cookieless, and signed in to the store', 'en')).toEqual([
      'Cookieless, and signed in to the store',
    ])
  })

  it('are left as they are where the page has linked them before', () => {
    expect(words('A cookie.', 'en', ['cookie'])).toEqual(['A cookie.'])
  })

  it('lose nothing of the text', () => {
    for (const { text } of [...Object.values(en.term), ...Object.values(ko.term)])
      for (const language of ['en', 'ko'] as const) {
        const parts = linkedParts(text, termNames({ en, ko }[language].term), new Set())
        expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text)
      }
  })
})

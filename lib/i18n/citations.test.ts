import { describe, expect, it } from 'vitest'
import { allMessages } from '@/lib/testing/text/catalogues'
import { citationFaults } from '@/lib/testing/text/citations'
import type { Messages } from './format'
import { LOCALES, type Locale } from './routing'

const texts = (messages: Messages): string[] =>
  Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))

describe.each(LOCALES)('what is cited in the catalogue, %s', async (locale) => {
  const all = Object.entries(await allMessages(locale))

  it.each(all)('%s: in one form, and it is there', (_, messages) => {
    expect(texts(messages).flatMap((text) => citationFaults(text, locale))).toEqual([])
  })

  it('names no heading of an OWASP sheet without the sheet', () => {
    for (const [, messages] of all)
      for (const text of texts(messages))
        expect(text).not.toMatch(/OWASP (?!ASVS)[^;“”]*(?<!Cheat Sheet)(?:$|;|, “)/)
  })
})

describe('a citation', () => {
  it.each<[Locale, string]>([
    ['en', 'RFC 9110, section 3.3; measured in {chromium}'],
    ['en', 'RFC 6265bis, sections 5.7 and 6.1; RFC 7519, sections 4.1.4 (exp) and 4.1.6 (iat)'],
    ['en', 'RFC 6265bis, section 5.6, step 5; OWASP ASVS 5.0, 7.3.1, 7.3.2, 7.4.1'],
    [
      'en',
      'By RFC 6265bis it is treated as Lax; a 401 without it breaks RFC 9110, and a client could not tell.',
    ],
    ['ko', 'RFC 6265bis 5.7절, 6.1절; RFC 7519 4.1.4절(exp), 4.1.6절(iat)'],
    ['ko', 'RFC 6265bis 5.6절 5단계; OWASP ASVS 5.0, 7.4.1'],
    ['ko', 'RFC 6265bis는 Lax로 다루고, RFC 9110의 요구입니다.'],
  ])('%s: %s', (locale, text) => expect(citationFaults(text, locale)).toEqual([]))

  it.each<[Locale, string]>([
    ['en', 'RFC 9110 section 3.3'],
    ['en', 'RFC 9110, 3.3'],
    ['en', 'RFC 6265bis, section 5.6.7.9'],
    ['en', 'RFC 9110 3.3절'],
    ['en', 'OWASP ASVS 5.0, 5.6.7.2'],
    ['en', 'OWASP ASVS 5.0 section 7.4.1'],
    ['en', 'OWASP ASVS 5.0, section 7.4.1'],
    ['en', 'OWASP ASVS 5.0, 7.3.3'],
    ['en', 'OWASP ASVS, 7.3.1'],
    ['ko', 'RFC 9110, section 3.3'],
    ['ko', 'RFC 9110, 3.3절'],
    ['ko', 'RFC 6265bis 5.9절'],
    ['ko', 'OWASP ASVS 5.0 7.4.1절'],
  ])('not %s: %s', (locale, text) => expect(citationFaults(text, locale)).not.toEqual([]))
})

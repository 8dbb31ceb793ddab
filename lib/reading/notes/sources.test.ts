import { describe, expect, it } from 'vitest'
import { FIXED_SOURCES, SOURCES as OF_DIALS } from '@/app/_dials/sources'
import { SOURCES as OF_THE_SITE } from '@/app/_pages/about/sources'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { citationFaults } from '@/lib/testing/text/citations'
import { NOTES } from './field-notes'
import { asvs, cheatSheet, citation, cookies, rfc } from './sources'

const all = [
  ...OF_THE_SITE,
  ...Object.values(OF_DIALS).flatMap((dials) => Object.values(dials).flat()),
  ...Object.values(FIXED_SOURCES).flat(),
  ...Object.values(NOTES).filter((source) => source !== null),
]

describe.each(LOCALES)('a source, %s', async (locale) => {
  const { sources } = await loadMessages(locale, ['sources'])
  const t = textOf('sources', sources, locale)

  it('is cited in the one form of the language', () => {
    for (const source of all) expect(citationFaults(citation(t, source), locale)).toEqual([])
  })

  it('says section, step and draft in the words of the language', () => {
    const labels = all.map((source) => citation(t, source)).join('\n')
    expect(labels).toMatch(locale === 'ko' ? /RFC 6265bis 4\.1\.2\.7절/ : /RFC 6265bis, section 4\.1\.2\.7/)
    expect(labels).not.toMatch(locale === 'ko' ? /section|expired/ : /[가-힣]/)
  })
})

describe('addresses', () => {
  it('lead to released texts and to the draft whose sections are cited', () => {
    for (const { document, href } of all) {
      if (document.startsWith('RFC 6265bis')) expect(href).toContain('draft-ietf-httpbis-rfc6265bis-22')
      if (document.includes('ASVS')) expect(href).toMatch(/\/v5\.0\.0(\/|$)/)
      expect(href).not.toMatch(/\/(master|main|latest)\//)
    }
  })

  it.each([
    [rfc('9110', '3.3'), 'https://www.rfc-editor.org/rfc/rfc9110#section-3.3'],
    [cookies('5.7'), 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.7'],
    [asvs('7.4.1'), 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md'],
    [
      cheatSheet(
        'Session Management',
        'Session ID Generation and Verification: Permissive and Strict Session Management',
      ),
      'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-id-generation-and-verification-permissive-and-strict-session-management',
    ],
  ])('%o', ({ href }, expected) => expect(href).toBe(expected))
})

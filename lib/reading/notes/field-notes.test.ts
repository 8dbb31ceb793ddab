import { describe, expect, it } from 'vitest'
import { pageHeaders } from '@/lib/http/page-headers'
import en from '@/lib/i18n/messages/en/inspector.json'
import enNotes from '@/lib/i18n/messages/en/notes.json'
import ko from '@/lib/i18n/messages/ko/inspector.json'
import koNotes from '@/lib/i18n/messages/ko/notes.json'
import { createSeals } from '@/lib/strategies/cookie/credential'
import { createSignedVisits, plainVisits } from '@/lib/strategies/cookie/site/weak'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { opaqueValues } from '@/lib/strategies/opaque'
import { REASONS } from '@/lib/trace/model/exposure'
import { WATCHED } from '@/lib/trace/record/watched'
import { openCredential } from '../credential/open-credential'
import { SEEN } from '../wire/seen'
import { partsOf } from '../wire/wire-parts'
import { NOTES, noteOfField, UNKNOWN } from './field-notes'

describe.each(Object.entries({ en, ko }))('the words of the panel in %s', (_, words) => {
  it('say why for every reason of an exposure', () => {
    expect(Object.keys(words.because).sort()).toEqual([...REASONS].sort())
  })

  it('say who sees it', () => expect(Object.keys(words.seen).sort()).toEqual([...SEEN].sort()))

  it('have a phrase for every operation of every watched port', () => {
    const phrases = words.step as Record<string, Record<string, string>>
    for (const [port, { operations }] of Object.entries(WATCHED))
      for (const operation of Object.keys(operations))
        expect(phrases[port]?.[operation], `${port}.${operation}`).toBeTruthy()
  })
})

describe.each(Object.entries({ en: enNotes, ko: koNotes }))('the notes in %s', (_, notes) => {
  it('explain everything that can be opened, and nothing else', () =>
    expect(Object.keys(notes).sort()).toEqual(Object.keys(NOTES).sort()))

  it.each(Object.entries(notes))('%s: what it is, what it does here, what would change', (_slug, note) => {
    for (const facet of ['name', 'what', 'here', 'without'] as const) expect(note[facet]).toMatch(/\S/)
  })
})

describe('which note explains a field', () => {
  it.each([
    ['request', 'COOKIE', 'cookie'],
    ['request', 'Sec-CH-UA-Mobile', 'sec-ch-ua'],
    ['request', 'Cache-Control', 'request-cache-control'],
    ['response', 'Cache-Control', 'cache-control'],
    ['response', 'X-Unknown', UNKNOWN],
    ['response', 'constructor', UNKNOWN],
    ['request', 'claim-sub', UNKNOWN],
  ] as const)('%s %s: %s', (side, name, slug) => {
    expect(noteOfField(side, name)).toBe(slug)
  })
})

/** As Chromium sends them to this server, over plain http/1.1, from the shop's pages. */
const FROM_CHROMIUM = [
  'Host',
  'Connection',
  'Content-Length',
  'Pragma',
  'Cache-Control',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'User-Agent',
  'Accept',
  'Content-Type',
  'Origin',
  'Sec-Fetch-Site',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Storage-Access',
  'Referer',
  'Accept-Encoding',
  'Accept-Language',
  'Authorization',
  'Cookie',
]

describe('nothing that this site sends is unknown to the panel', () => {
  it.each(FROM_CHROMIUM)('request: %s', (name) => expect(noteOfField('request', name)).not.toBe(UNKNOWN))

  const page = {
    nonce: '',
    shopOrigin: 'http://localhost:3000',
    attackerOrigin: null,
    tls: true,
    development: false,
  }
  const fields = Object.keys(pageHeaders(page)).filter((name) => name !== 'Permissions-Policy')
  const answers = ['Set-Cookie', 'WWW-Authenticate', 'Retry-After', 'Allow', 'Vary', 'Date', 'Connection']
  it.each([...fields, ...answers, 'Keep-Alive', 'Transfer-Encoding', 'Content-Type', 'Content-Length'])(
    'response: %s',
    (name) => expect(noteOfField('response', name)).not.toBe(UNKNOWN),
  )

  it('cookie attributes', () => {
    const line =
      '__Secure-visit=a; Path=/; Max-Age=1; Expires=x; Domain=x; HttpOnly; Secure; SameSite=Lax; Partitioned'
    const notes = partsOf('response', ['Set-Cookie', line]).map(({ note }) => note)
    expect(notes).not.toContain(UNKNOWN)
  })

  it('parts of every credential, in every form that a dial gives it', async () => {
    const customer = { id: 'u', email: 'm@x', name: 'M', role: 'customer', discount: 0 } as const
    const visit = { customer, cart: { apple: 1 }, exp: 2, generation: 3 }
    const passwords = { 1: 'a password of thirty-two characters' }
    const claims = { sub: 'u', sid: 's', jti: 'j', iat: 1, exp: 2, auth_time: 1, role: 'customer' } as const
    const tokens = createAccessTokens([{ kid: '1', key: new Uint8Array(32) }], 'aud')
    const texts = [
      await createSeals(passwords).seal(visit),
      await createSignedVisits(passwords).seal(visit),
      await plainVisits.seal(visit),
      await tokens.sign({ ...claims, discount: 10, cart: { apple: 1 } }),
      opaqueValues.make().value,
    ]
    const opened = texts.map(openCredential)
    expect(opened.map(({ form }) => form)).toEqual(['seal', 'signed', 'plain', 'jwt', 'opaque'])
    for (const { parts } of opened)
      for (const { name, note } of parts) expect([name, note]).not.toEqual([name, UNKNOWN])
  })
})

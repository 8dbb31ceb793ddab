import { describe, expect, it } from 'vitest'
import { FORGERIES } from './forge'
import { altered, encoded, formOf, readable, spellings } from './forms'
import { guessed } from './guess'
import { invented } from './invent'
import { PHONE, phonePutInto } from './put-in'
import { judged, openedByLibrary } from './verifiers'
import { WORD_LIST } from './word-list'

const VISIT = { customer: { discount: 10 }, exp: 1 }
const PLAIN = encoded(JSON.stringify(VISIT))
const TOKEN = `${encoded('{"alg":"HS256"}')}.${encoded('{"sub":"mina","discount":10}')}.AAAA`
const OPAQUE = `${'a'.repeat(42)}A`
const SEALED = `Fe26.2*1*aa*bb*cc**dd*${'e'.repeat(42)}A~2`

describe('forms', () => {
  it.each([
    [PLAIN, 'plain'],
    [`${PLAIN}.AAAA`, 'signed'],
    [TOKEN, 'token'],
    [OPAQUE, 'opaque'],
    [SEALED, 'sealed'],
  ])('%s is %s', (text, form) => expect(formOf(text)).toBe(form))

  it('are read where there is something to read, and altered there', () => {
    expect(readable(altered(PLAIN, { discount: 90, exp: 2 }))).toEqual({ customer: { discount: 90 }, exp: 2 })
    expect(readable(altered(TOKEN, { discount: 90 }))).toEqual({ sub: 'mina', discount: 90 })
    expect(altered(TOKEN, { discount: 90 }).endsWith('.AAAA')).toBe(true)
    for (const text of [OPAQUE, SEALED]) {
      expect(readable(text)).toBeNull()
      expect([...altered(text, { discount: 90 })].filter((char, at) => char !== text[at])).toHaveLength(1)
    }
  })

  it('have other spellings of the same octets', () => {
    const [nudged] = spellings(OPAQUE)
    expect(nudged).not.toBe(OPAQUE)
    expect(Buffer.from(nudged!, 'base64url')).toEqual(Buffer.from(OPAQUE, 'base64url'))
    expect(new Set([...spellings(SEALED), SEALED]).size).toBe(4)
  })
})

describe('verifiers', () => {
  it('that obey the header take every forgery, the lane’s own takes none', async () => {
    const withPair = await judged('EdDSA')
    expect(withPair).toEqual({ careless: [...FORGERIES], strict: [] })
    const withSecret = await judged('HS256')
    // There is no public key to be confused with.
    expect(withSecret).toEqual({ careless: FORGERIES.filter((by) => by !== 'public-key'), strict: [] })
  })

  it('of libraries forgive spellings', async () => {
    expect(await openedByLibrary(TOKEN)).toBeGreaterThan(0)
    expect(await openedByLibrary(SEALED)).toBeGreaterThan(0)
    expect(await openedByLibrary(OPAQUE)).toBeNull()
  })
})

describe('guessing', () => {
  it('has a short list without doubles, and finds a key of it', () => {
    expect(WORD_LIST.length).toBeLessThanOrEqual(2000)
    expect(new Set(WORD_LIST).size).toBe(WORD_LIST.length)
    const found = guessed(TOKEN)
    expect(found).toMatchObject({ words: WORD_LIST.length, triesHere: 0 })
    expect(found?.tries).toBeGreaterThan(0)
  })

  it('does not apply where no HMAC ends the text', () => {
    for (const text of [PLAIN, OPAQUE, SEALED]) expect(guessed(text)).toBeNull()
  })

  it.each([PLAIN, `${PLAIN}.AAAA`, TOKEN, OPAQUE, SEALED])(
    'makes up texts of the same form: %s',
    async (text) => {
      for (const made of await invented(text)) expect(formOf(made)).toBe(formOf(text))
    },
  )
})

describe('a telephone number put into a credential', () => {
  it.each([PLAIN, `${PLAIN}.AAAA`, TOKEN])('is read back from %s', async (text) =>
    expect(await phonePutInto(text)).toEqual({ read: PHONE }),
  )
  it('is not read from a seal', async () => expect(await phonePutInto(SEALED)).toEqual({ read: null }))
  it('has no place in an id', async () => expect(await phonePutInto(OPAQUE)).toBeNull())
})

import { describe, expect, it } from 'vitest'
import { encodeText } from '@/lib/codec/base64url-text'
import { createSeals } from '@/lib/strategies/cookie/credential'
import { createSignedVisits, plainVisits } from '@/lib/strategies/cookie/site/weak'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { opaqueValues } from '@/lib/strategies/opaque'
import { openCredential } from './open-credential'

const PASSWORDS = { 7: 'a password of thirty-two characters' }
const VISIT = { customer: null, cart: { apple: 2 }, exp: 1_800_000_000 }
const names = (text: string) => openCredential(text).parts.map(({ name }) => name)
const partOf = (text: string, name: string) => openCredential(text).parts.find((part) => part.name === name)

describe('a token', async () => {
  const claims = {
    sub: 'mina',
    sid: 's',
    jti: 'j',
    iat: 10,
    exp: 70,
    role: 'customer',
    auth_time: 9,
  } as const
  const token = await createAccessTokens([{ kid: 'k1', key: new Uint8Array(32) }], 'box').sign(claims)

  it('opens into header, claims and signature', () => {
    const groups = openCredential(token).parts.map(({ group, name }) => `${group} ${name}`)
    expect(groups.slice(0, 3)).toEqual(['header alg', 'header typ', 'header kid'])
    expect(groups.at(-1)).toBe('signature signature')
    expect(partOf(token, 'signature')).toMatchObject({ octets: 32 })
    expect(partOf(token, 'kid')?.value).toBe('k1')
  })

  it('tells times and the three kinds of claims', () => {
    expect(partOf(token, 'exp')).toMatchObject({ time: { kind: 'date', seconds: 70 }, kind: 'registered' })
    expect(partOf(token, 'auth_time')).toMatchObject({ time: { kind: 'date', seconds: 9 }, kind: 'public' })
    expect(partOf(token, 'sid')).toMatchObject({ kind: 'public' })
    expect(partOf(token, 'role')).toMatchObject({ kind: 'private' })
    expect(partOf(token, 'role')?.time).toBeUndefined()
  })

  it('opens as well when it was altered: decoding asks nobody', () => {
    expect(names(`${token.slice(0, -2)}AA`)).toEqual(names(token))
  })
})

it('a seal opens into the parts of its format, and not into what is in it', async () => {
  const seal = await createSeals(PASSWORDS).seal(VISIT)
  expect(names(seal)).toEqual([
    'prefix',
    'password-id',
    'encryption-salt',
    'iv',
    'encrypted',
    'expiration',
    'hmac-salt',
    'hmac',
    'version',
  ])
  const octets = (name: string) => partOf(seal, name)?.octets
  expect([octets('encryption-salt'), octets('iv'), octets('hmac-salt'), octets('hmac')]).toEqual([
    32, 16, 32, 32,
  ])
  expect(Number(octets('encrypted')) % 16).toBe(0)
  expect(partOf(seal, 'password-id')?.value).toBe('7')
  expect(partOf(seal, 'expiration')?.value).toBe('')
  expect(JSON.stringify(openCredential(seal))).not.toContain('apple')
})

it('a signed and a plain visit can be read by anybody', async () => {
  const signed = await createSignedVisits(PASSWORDS).seal(VISIT)
  expect(names(signed)).toEqual(['customer', 'cart', 'exp', 'signature'])
  expect(partOf(signed, 'signature')).toMatchObject({ octets: 32 })
  const plain = await plainVisits.seal(VISIT)
  expect(names(plain)).toEqual(['customer', 'cart', 'exp'])
  expect(partOf(plain, 'cart')?.value).toBe('{"apple":2}')
  expect(partOf(plain, 'exp')?.time).toEqual({ kind: 'date', seconds: 1_800_000_000 })
})

it('an opaque value has nothing in it', () => {
  expect(openCredential(opaqueValues.make().value)).toMatchObject({ form: 'opaque', parts: [{ octets: 32 }] })
})

describe('what stands in a token is shown as it stands there', () => {
  const opened = (claims: string, header = '{"alg":"none"}') => {
    const { form, parts } = openCredential(`${encodeText(header)}.${encodeText(claims)}.`)
    expect(form).toBe('jwt')
    return parts.filter(({ group }) => group === 'claims' || group === 'header')
  }
  const values = (claims: string) =>
    Object.fromEntries(
      opened(claims)
        .filter(({ group }) => group === 'claims')
        .map(({ name, value }) => [name, value]),
    )

  it('numbers to the last digit, and what is in objects and arrays too', () => {
    expect(
      values(
        '{"sub":100000000000000013,"uid":18446744073709551615,"w":3.0,"e":1.5e400,"n":-0, "o":{ "a": [1.0, 2E+5] },"l":null}',
      ),
    ).toEqual({
      sub: '100000000000000013',
      uid: '18446744073709551615',
      w: '3.0',
      e: '1.5e400',
      n: '-0',
      o: '{ "a": [1.0, 2E+5] }',
      l: 'null',
    })
  })

  it('parameters of the header likewise', () => {
    const [alg, n] = opened('{}', '{"alg":"x","n":10000000000000000000001}')
    expect([alg?.value, n?.value]).toEqual(['x', '10000000000000000000001'])
  })

  it('a string without its quotes, unless it would be taken for something else', () => {
    expect(values('{"a":"mina","b":"1","c":"null","d":"{}","e":"","f":"\\u006d\\n","g":"\\"x\\""}')).toEqual({
      a: 'mina',
      b: '"1"',
      c: '"null"',
      d: '"{}"',
      e: '',
      f: 'm\n',
      g: '"\\"x\\""',
    })
  })

  it('a name that comes twice comes twice, and it is said', () => {
    const parts = opened('{"sub":"a","exp":1,"sub":"b","cnf":{"x":1,"y":{"x":1},"x":2}}')
    expect(parts.slice(1).map(({ name, value, repeated }) => [name, value, repeated])).toEqual([
      ['sub', 'a', true],
      ['exp', '1', false],
      ['sub', 'b', true],
      ['cnf', '{"x":1,"y":{"x":1},"x":2}', false],
    ])
    expect(parts.at(-1)?.repeatedWithin).toEqual(['x'])
  })

  it('times only where they can be some', () => {
    const time = (text: string) => opened(`{"exp":${text}}`).at(-1)!.time
    expect(time('1830000000')).toEqual({ kind: 'date', seconds: 1_830_000_000 })
    expect(time('1830000000.5')).toEqual({ kind: 'date', seconds: 1_830_000_000.5 })
    expect(time('1830000000000')).toEqual({ kind: 'milliseconds' })
    expect(time('1.5e400')).toEqual({ kind: 'none' })
    expect(time('-1e12')).toEqual({ kind: 'none' })
    expect(time('"1830000000"')).toBeUndefined()
  })
})

it.each([
  '',
  'a',
  '.',
  '..',
  'a.b.c',
  'e30.e30.',
  'Fe26.2*1*2',
  'bnVsbA',
  'W10',
  '%zz',
  '한',
  'x'.repeat(43),
])('whatever else comes is called unknown or opaque: %s', (text) => {
  expect(['unknown', 'opaque', 'plain']).toContain(openCredential(text).form)
})

/** Each change, on credentials that the strategies really make, and what the strategies say to it. */
import { describe, expect, test } from 'vitest'
import { freshSandbox } from '@/lib/testing/sandbox'
import { encodeText, textIn } from './base64url-text'
import { EDITS, type Edit, edited } from './edits'

type Protection = 'sealed' | 'signed' | 'plain'

async function credentialOf(strategy: 'cookie' | 'session' | 'jwt', protection?: Protection) {
  const world = await freshSandbox()
  if (protection && protection !== 'sealed') await world.turn('cookie', { protection })
  const client = world.client(strategy)
  await world.signIn(client)
  const text = client.credential!
  /** Status of a read with this text in the credential's place. */
  const read = async (other: string) => {
    client.present(other)
    return (await client.get('me')).status
  }
  return { text, read }
}

async function statuses(...of: Parameters<typeof credentialOf>) {
  const { text, read } = await credentialOf(...of)
  expect(await read(text)).toBe(200)
  const found: Partial<Record<Edit, number>> = {}
  for (const edit of EDITS) {
    const changed = edited(edit, text)
    if (changed === null) continue
    expect(changed).not.toBe(text)
    found[edit] = await read(changed)
  }
  return found
}

describe('the classic edits', () => {
  test('of a token are all refused, an algorithm of none and spare bits too', async () => {
    expect(await statuses('jwt')).toEqual({
      'payload-character': 401,
      'signature-character': 401,
      'spare-bits': 401,
      claim: 401,
      'alg-none': 401,
      'cut-tail': 401,
      twice: 401,
    })
  })

  test('of a seal are all refused, and the version behind it is looked at', async () => {
    expect(await statuses('cookie')).toEqual({
      'payload-character': 401,
      'signature-character': 401,
      'spare-bits': 401,
      version: 401,
      'cut-tail': 401,
      twice: 401,
    })
  })

  test('of a signed visit are all refused; a plain one takes what is still a visit', async () => {
    expect(await statuses('cookie', 'signed')).toEqual({
      'payload-character': 401,
      'signature-character': 401,
      'spare-bits': 401,
      claim: 401,
      'cut-tail': 401,
      twice: 401,
    })
    expect(await statuses('cookie', 'plain')).toMatchObject({ claim: 200, 'cut-tail': 401 })
  })

  test('of a random id: any other is unknown', async () => {
    expect(await statuses('session')).toEqual({ 'payload-character': 401, 'cut-tail': 401, twice: 401 })
  })

  test('of nothing: nothing', () => {
    for (const edit of EDITS) expect(edited(edit, '')).toBeNull()
    for (const edit of EDITS) expect(typeof (edited(edit, '....****~') ?? '')).toBe('string')
  })
})

describe('an edit changes what it names, and nothing else', () => {
  const token = (claims: string, header = '{"alg":"HS256"}') =>
    `${encodeText(header)}.${encodeText(claims)}.c2ln`
  const parts = (text: string | null) => text?.split('.').map((part) => textIn(part))

  test.each([
    ['{"uid":18446744073709551615,"exp":1830000000}', '{"uid":18446744073709551615,"exp":1830003600}'],
    ['{ "exp" : 1.83e9,\n"w":3.0, "a":1 ,"a":2}', '{ "exp" : 1830003600,\n"w":3.0, "a":1 ,"a":2}'],
    // Of a name that comes twice the last counts.
    ['{"exp":1,"exp":2}', '{"exp":1,"exp":3602}'],
    ['{"s":"\\u0061\u202e","sub":"mina","n":1e2}', '{"s":"\\u0061\u202e","sub":"sam","n":1e2}'],
    ['{"x":{"exp":1},"exp":2}', '{"x":{"exp":1},"exp":3602}'],
    ['\ufeff{"exp":1}', '\ufeff{"exp":3601}'],
  ])('one hour longer: %s', (before, after) => {
    expect(parts(edited('claim', token(before)))).toEqual(['{"alg":"HS256"}', after, 'sig'])
  })

  test.each([
    ['{"alg":"HS256","n":1.0}', '{"alg":"none","n":1.0}'],
    ['{"n":18446744073709551615}', '{"n":18446744073709551615,"alg":"none"}'],
    ['{ }', '{ "alg":"none"}'],
    ['{"alg":"a","alg":{"b":1}}', '{"alg":"a","alg":"none"}'],
  ])('alg: none: %s', (before, after) => {
    expect(parts(edited('alg-none', token('{"a":1.0}', before)))).toEqual([after, '{"a":1.0}', ''])
  })

  test('nor is one made where there is nothing to change', () => {
    for (const claims of ['{"exp":"soon"}', '{"exp":1e9999}', '[]', '{"sub":1}', 'no JSON'])
      expect(edited('claim', token(claims))).toBeNull()
  })
})

test('base64url of any text', () => {
  for (const text of ['', 'a', 'ab', 'abc', '{"naïve":"한국어 ✓"}'])
    expect(textIn(encodeText(text))).toBe(text)
  for (const wrong of ['a', '=', 'a b', '_w']) expect(textIn(wrong)).toBeNull()
})

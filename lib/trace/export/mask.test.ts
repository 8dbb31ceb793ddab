import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import { maskArtifact, maskExchange, maskedLength, maskLine, maskValue, SHOWN } from './mask'

describe('a masked value', () => {
  test.each([
    ['', ''],
    ['short', '…[5]'],
    ['twelve-chars', '…[12]'],
    ['thirteen-char', 'thirte…[13]'],
  ])('%j becomes %j', (value, masked) => expect(maskValue(value)).toBe(masked))

  test('says how long the whole is', () => {
    expect(maskedLength(maskValue('thirteen-char'))).toEqual({ shown: 'thirte', length: 13 })
    expect(maskedLength(maskValue('short'))).toEqual({ shown: '', length: 5 })
    expect(maskedLength('Fe26.2*1*abc')).toBeNull()
  })
})

describe('a masked line keeps names, attributes and order', () => {
  const secret = 'S'.repeat(43)
  test.each([
    ['Cookie', `a=${secret}; b="${secret}";c=; ${secret}`, 'a=SSSSSS…[43]; b="SSSSS…[45];c=; SSSSSS…[43]'],
    ['cOOKIE', `a=${secret}==`, 'a=SSSSSS…[45]'],
    [
      'Set-Cookie',
      `a=${secret}; Path=/x; Max-Age=9; HttpOnly`,
      'a=SSSSSS…[43]; Path=/x; Max-Age=9; HttpOnly',
    ],
    ['set-cookie', 'a=; Max-Age=0', 'a=; Max-Age=0'],
    ['Authorization', `Bearer ${secret}`, 'Bearer SSSSSS…[43]'],
    ['authorization', secret, 'SSSSSS…[43]'],
    ['authorization', `${secret} ${secret}`, 'SSSSSS…[87]'],
    ['Proxy-Authorization', `Basic ${secret}`, 'Basic SSSSSS…[43]'],
    ['X-Other', 'a=b; c=d', 'a=b; c=d'],
  ])('%s: %s', (name, value, masked) => expect(maskLine([name, value])).toEqual([name, masked]))
})

test('no masked exchange holds eight characters in a row of any credential', () => {
  const credential = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ~*.'),
    minLength: 8,
    maxLength: 200,
  })
  const around = fc.constantFrom('; ', ';', ' ; ')
  fc.assert(
    fc.property(
      fc.array(credential, { minLength: 1, maxLength: 4 }),
      around,
      fc.boolean(),
      (secrets, separator, schemeless) => {
        const [first = ''] = secrets
        const plain = anExchange({
          requestHeaders: [
            ['cookie', secrets.map((secret, index) => `c${index}=${secret}`).join(separator)],
            ['Authorization', schemeless ? first : `Bearer ${first}`],
          ],
          responseHeaders: secrets.map((secret) => [
            'Set-Cookie',
            `__Secure-visit=${secret}; Path=/; HttpOnly`,
          ]),
          artifacts: secrets.map((value) => aCookie({ value })),
        })
        const masked = JSON.stringify(maskExchange(plain))
        for (const secret of secrets)
          for (let at = 0; at + 8 <= secret.length; at++)
            expect(masked).not.toContain(secret.slice(at, at + 8))
      },
    ),
  )
})

test('the original is not touched, and everything else is the same', () => {
  const plain = anExchange({ requestHeaders: [['Cookie', 'a=bbbbbbbbbbbbbbbbb']], artifacts: [aCookie({})] })
  const copy = structuredClone(plain)
  const masked = maskExchange(plain)
  expect(plain).toEqual(copy)
  expect({ ...masked, request: plain.request, response: plain.response, stored: plain.stored }).toEqual(plain)
})

test('an artifact without a value stays the same object', () => {
  const row = aCookie({ value: null })
  expect(maskArtifact(row)).toBe(row)
  expect(SHOWN).toBeLessThan(8)
})

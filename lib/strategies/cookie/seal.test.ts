/** What the panel says about the parts of a seal (catalogue notes, seal-*), computed anew without the library. */
import { createHmac, pbkdf2Sync } from 'node:crypto'
import { expect, it } from 'vitest'
import { createSeals } from './credential'

const password = 'a password of thirty-two characters or more'

it('the authentication code covers the six parts before its salt, and neither the salt nor the version', async () => {
  const text = await createSeals({ 1: password }).seal({
    customer: null,
    cart: { apple: 1 },
    exp: 2_000_000_000,
  })
  const [sealed, version] = text.split('~')
  const parts = sealed!.split('*')
  expect([parts.length, version]).toEqual([8, '2'])
  const [salt, code] = parts.slice(6) as [string, string]
  const key = pbkdf2Sync(password, salt, 1, 32, 'sha1')
  const over = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  expect(over(parts.slice(0, 6).join('*'))).toBe(code)
  expect(over(parts.slice(0, 7).join('*'))).not.toBe(code)
})

import { expect, test } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '@/lib/trace/export/mask'
import { bodyToken } from './body-token'
import { lineOfArtifact } from './wire-of'

const shop = watchedShop()

test('the token that an answer brought in its body is found, masked, and whole where the exchange is', async () => {
  const laptop = shop.client('jwt')
  await laptop.add()
  const whole = await laptop.signIn()
  const token = laptop.held.accessToken!
  expect(bodyToken(whole)?.value).toBe(token)
  const masked = maskExchange(whole)
  expect(bodyToken(masked)?.value).toBe(`${token.slice(0, 6)}…[${token.length}]`)
  expect(lineOfArtifact(masked, bodyToken(masked)!)?.id).toBe('response.body')
})

test('what was renewed came in the body, what is only sent did not', async () => {
  const laptop = shop.client('jwt')
  await laptop.signIn()
  const read = await laptop.get('me')
  expect(bodyToken(read)).toBeNull()
  const kept = read.stored.after.find(({ name }) => name === 'access token')!
  expect(lineOfArtifact(read, kept)?.field).toMatch(/^authorization$/i)
  expect(bodyToken(await laptop.post('refresh'))?.value).toBe(laptop.held.accessToken)
})

test('a token in a cookie is in no body, and another lane has none', async () => {
  await shop.world.turn('jwt', { carrier: 'cookie' })
  expect(bodyToken(await shop.client('jwt').signIn())).toBeNull()
  expect(bodyToken(await shop.client('cookie').signIn())).toBeNull()
})

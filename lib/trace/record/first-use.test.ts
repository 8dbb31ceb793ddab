/** The first check with a key may take longer than the next one: the record says so, and only there. */
import { expect, test } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { Exchange } from '../model/exchange'

const shop = watchedShop()

const firstOf = ({ steps }: Exchange) =>
  steps.filter(({ facts }) => facts.first).map(({ port, operation }) => `${port}.${operation}`)

test.each(['HS256', 'EdDSA'] as const)(
  '%s: the first signature and the first check of a key',
  async (algorithm) => {
    await shop.world.turn('jwt', { algorithm })
    const laptop = shop.client('jwt')
    const phone = shop.client('jwt', 'phone')
    expect(firstOf(await laptop.signIn())).toEqual(['accessTokens.sign'])
    expect(firstOf(await laptop.get('me'))).toEqual(['accessTokens.verify'])
    expect(firstOf(await laptop.get('me'))).toEqual([])
    expect(firstOf(await phone.signIn())).toEqual([])
    expect(firstOf(await phone.get('me'))).toEqual([])
  },
)

test('a new key is used for the first time again; a token of the old one does not count as its use', async () => {
  const laptop = shop.client('jwt')
  await laptop.signIn()
  await laptop.get('me')
  await shop.world.desk('POST', 'acts', { act: 'rotate-keys', strategy: 'jwt', keepPrevious: false })
  const refused = await laptop.get('me')
  expect(refused.credential.status).toBe('refused')
  expect(firstOf(refused)).toEqual([])
  const phone = shop.client('jwt', 'phone')
  expect(firstOf(await phone.signIn())).toEqual(['accessTokens.sign'])
  expect(firstOf(await phone.get('me'))).toEqual(['accessTokens.verify'])
})

test.each(['sealed', 'signed'] as const)(
  'a visit that is %s: the first time that it is made, and read',
  async (protection) => {
    await shop.world.turn('cookie', { protection })
    const laptop = shop.client('cookie')
    expect(firstOf(await laptop.signIn())).toEqual(['seals.seal'])
    expect(firstOf(await laptop.get('me'))).toEqual(['seals.unseal'])
    expect(firstOf(await laptop.add())).toEqual([])
  },
)

test('where there is no key, none is used for the first time', async () => {
  await shop.world.turn('cookie', { protection: 'plain' })
  for (const lane of ['cookie', 'session'] as const) {
    const laptop = shop.client(lane)
    expect(firstOf(await laptop.signIn())).toEqual([])
    expect(firstOf(await laptop.get('me'))).toEqual([])
  }
})

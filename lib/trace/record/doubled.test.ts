/** A head has room for thousands of cookies of one name. */
import { request } from 'node:http'
import { expect, it } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'

const shop = watchedShop()

const get = (path: string, cookie: string) =>
  new Promise<void>((resolve, reject) => {
    const headers = { cookie }
    request(shop.origin + path, { headers }, (answer) => answer.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })

it.each([
  ['cookie', '__Secure-visit'],
  ['session', '__Secure-session'],
  ['jwt', '__Secure-access'],
])('%s: of many cookies of one name the first three are looked at', async (lane, name) => {
  // Else it is a cookie of another carrier, and is taken back.
  if (lane === 'jwt') await shop.world.turn('jwt', { carrier: 'cookie' })
  const recorded = shop.nextExchange()
  const many = Array.from({ length: 600 }, (_, index) => `${name}=${index}`).join('; ')
  await get(`/api/${lane}/${shop.world.sandbox.id}/laptop/me`, many)
  const { stored } = await recorded
  const held = stored.after.filter(({ side }) => side === 'browser')
  expect(held.map(({ value }) => value).toSorted()).toEqual(['0', '1', '2'])
})

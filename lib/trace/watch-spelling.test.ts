/** However a path is spelled: what is recorded as an act of the shop was served as one. */
import { expect, test } from 'vitest'
import { sendRaw } from '@/lib/testing/raw-http'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { Exchange } from './model/exchange'
import { timelineOf } from './publish/timeline'

const shop = watchedShop()

/** `ID` stands for the sandbox, `I%` for it with its first character as an escape. */
async function recordedOf(method: string, spelled: string): Promise<{ status: number; seen: Exchange[] }> {
  const { id } = shop.world.sandbox
  const escaped = `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`
  const target = spelled.replace('I%', escaped).replace('ID', id)
  const { status } = await sendRaw(shop.origin, { method, target })
  // In the order of coming: when the next one is there, this one is, or never will be.
  await shop.client('cookie').get('me')
  const seen = timelineOf(id)!.after(0)
  return { status, seen: seen.filter(({ request }) => request.target === target) }
}

const isServed = ({ steps }: Exchange) => steps.some(({ port }) => port === 'cookies')

test.each([
  ['GET', '/api/session/ID/laptop/cart', 200, 'cart.read'],
  ['GET', '/api/session/I%/laptop/cart', 200, 'cart.read'],
  ['GET', '/api/session/ID/%6captop/cart', 200, 'cart.read'],
  ['GET', '/api/./session/ID/laptop/cart', 200, 'cart.read'],
  ['GET', '/api/x/%2E%2e/session/ID/laptop/cart', 200, 'cart.read'],
  ['DELETE', '/api/session/ID/laptop/cart/items/app%6ce', 404, 'cart.remove'],
  ['DELETE', '/api/session/ID/laptop/cart/items/app%2Fle', 404, 'cart.remove'],
  // The shop's address, and no act of the shop.
  ['GET', '/api/session/ID/laptop/c%61rt', 404, 'other'],
  ['GET', '/api/session/ID/laptop/CART', 404, 'other'],
  ['GET', '/api/session/ID/laptop//cart', 308, 'other'],
  ['GET', '/api/session/ID/laptop/cart/', 308, 'other'],
  ['GET', '/api/session/ID/laptop/cart%3Fx', 404, 'other'],
  ['GET', '/api/session/ID/laptop/c%zzrt', 400, 'other'],
  ['POST', '/api/session/ID/laptop/refresh', 404, 'other'],
  // No address of a shop.
  ['GET', '/api/%73ession/ID/laptop/cart', 404, null],
  ['GET', '/api/SESSION/ID/laptop/cart', 404, null],
  ['GET', '/api/session%2FID/laptop/cart', 404, null],
  ['GET', '/api/session/ID%2Flaptop/cart', 404, null],
  ['GET', '/api/session/ID/laptop%2fcart', 404, null],
  ['GET', '/api/session/ID/LAPTOP/cart', 404, null],
  ['GET', '/api//session/ID/laptop/cart', 308, null],
  ['GET', '//api/session/ID/laptop/cart', 308, null],
] as const)('%s %s: %i, %s', async (method, spelled, status, action) => {
  const { status: answered, seen } = await recordedOf(method, spelled)
  expect([answered, seen.map((one) => one.action)]).toEqual([status, action ? [action] : []])
  expect(seen.map(isServed)).toEqual(action ? [action !== 'other'] : [])
})

test.each([
  ['session', '%6captop/cart'],
  ['jwt', '%6captop/refresh'],
  ['jwt', 'laptop/refreshing'],
] as const)(
  '%s: a request for %s has not lost the cookie that no browser sends there',
  async (strategy, rest) => {
    const laptop = shop.client(strategy)
    await laptop.signIn()
    const { id } = shop.world.sandbox
    await sendRaw(shop.origin, { method: 'POST', target: `/api/${strategy}/${id}/${rest}` })
    const held = timelineOf(id)!.ledger.held(strategy, 'laptop')
    expect(held.filter(({ place }) => place === 'cookie')).toHaveLength(1)
  },
)

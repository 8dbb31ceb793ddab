/** What lessons and the note read off cookies and tokens: from real requests, as the page gets them. */
import { expect, it } from 'vitest'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { observe, type Seen } from './readings'

const shop = watchedShop()
type Client = ReturnType<typeof shop.client>

const inEachLane = () => STRATEGIES.map((lane) => [lane, shop.client(lane)] as const)

async function seenBy(
  clients: (readonly [StrategyName, Client])[],
  ask: (client: Client) => Promise<Exchange>,
) {
  const seen: Seen = {}
  for (const [lane, client] of clients) seen[lane] = maskExchange(await ask(client))
  return seen
}

it('which lanes set a cookie, which send one, and until when it is meant to last', async () => {
  const clients = inEachLane()
  const first = await seenBy(clients, (client) => client.add('apple'))
  expect(observe('lanes-setting-cookie', first)).toBe('cookie+session+jwt')
  expect(observe('lanes-sending-cookie', first)).toBe('none')
  expect(observe('lanes-setting-session-cookie', first)).toBe('none')
  expect(observe('max-age', first, 'session')).toBe('43200')

  const second = await seenBy(clients, (client) => client.add('pear'))
  expect(observe('lanes-sending-cookie', second)).toBe('cookie+session')
  expect(observe('max-age', second, 'session')).toBeNull()
})

it('a cookie of another program on this host is none of the lane’s', async () => {
  const client = shop.client('jwt')
  client.held.jar.store('other=1; Path=/')
  const seen = await client.add('apple')
  expect(seen.carried).toHaveLength(1)
  expect(observe('lanes-sending-cookie', { jwt: seen })).toBe('none')
})

it('which lanes set a cookie without an end', async () => {
  await shop.world.turn('cookie', { lifetime: 'session' })
  const seen = await seenBy(inEachLane(), (client) => client.signIn())
  expect(observe('lanes-setting-session-cookie', seen)).toBe('cookie')
  expect(observe('max-age', seen, 'cookie')).toBe('none')
})

it('what a token says to its holder', async () => {
  const client = shop.client('jwt')
  const asGuest = await client.add('apple')
  await client.signIn()
  const asMina = await client.add('apple')
  expect(observe('token-discount', { jwt: maskExchange(asGuest) }, 'jwt')).toBe('none')
  expect(observe('token-discount', { jwt: maskExchange(asMina) }, 'jwt')).toBe('10')
})

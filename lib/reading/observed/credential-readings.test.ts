/** From real requests, masked as the page gets them. */
import { describe, expect, it } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { observe, type ReadingName } from './readings'

const shop = watchedShop()

const read = (name: ReadingName, exchange: Exchange) =>
  observe(name, { [exchange.strategy]: maskExchange(exchange) }, exchange.strategy)

async function signedIn(lane: StrategyName) {
  const client = shop.client(lane)
  return { client, signIn: await client.signIn() }
}

it.each([
  ['cookie', 'seal', 'seal'],
  ['session', 'row', 'id'],
  ['jwt', 'signature', 'token'],
] as const)('%s: who is asking is known by the %s, and the sign-in gave a %s', async (lane, by, as) => {
  const { client, signIn } = await signedIn(lane)
  expect(read('issued-as', signIn)).toBe(as)
  const asked = await client.get('orders')
  expect(read('known-by', asked)).toBe(by)
  expect(read('issued-as', asked)).toBe('none')
})

it('how the credential travels', async () => {
  const session = await signedIn('session')
  expect(read('cookie-attributes', session.signIn)).toBe('path+max-age+httponly+secure+samesite')
  const byCookie = await session.client.get('me')
  expect(read('cookie-attributes', byCookie)).toBeNull()
  expect(read('authorization-scheme', byCookie)).toBe('none')
  expect(read('credential-characters', byCookie)).toBe('43')

  const jwt = await signedIn('jwt')
  const byField = await jwt.client.get('me')
  expect(read('authorization-scheme', byField)).toBe('bearer')
  const characters =
    byField.request.headers.find(([name]) => name === 'Authorization')![1].length - 'Bearer '.length
  expect(read('credential-characters', byField)).toBe(String(characters))
  expect(characters).toBeGreaterThan(43)
})

it('what an answer asks for', async () => {
  expect(read('challenge', await shop.client('jwt').get('orders'))).toBe('bearer')
  const { client } = await signedIn('jwt')
  expect(read('challenge', await client.get('orders'))).toBe('none')
})

describe('a token', () => {
  it('says to its holder who issued it, about whom and for whom', async () => {
    const { client } = await signedIn('jwt')
    const asked = await client.get('me')
    expect(read('token-claims', asked)).toBe('aud+discount+exp+iat+iss+jti+role+sid+sub')
    expect(read('token-claim-kinds', asked)).toBe('registered+public+private')
    expect(read('token-issuer', asked)).toBe('shop')
    expect(read('token-subject', asked)).toBe('mina')
    expect(read('token-audience', asked)).toBe('this-shop')
  })

  it('of another shop is not meant for this one', () => {
    const token = aCookie({ form: 'signed', contents: [{ name: 'aud', value: 'AAAAAAAAAAB' }] })
    expect(read('token-audience', anExchange({ artifacts: [token] }))).toBe('another')
  })

  it('is none in a lane without', async () => {
    const { signIn } = await signedIn('session')
    for (const name of ['token-claims', 'token-issuer', 'token-audience'] as const)
      expect(read(name, signIn)).toBeNull()
  })
})

it('what the server keeps of a credential', async () => {
  const { signIn } = await signedIn('jwt')
  expect(read('kept-as-hash', signIn)).toBe('tokenHash')
  expect(read('usable-on-server', signIn)).toBe('0')
  expect(read('kept-as-hash', (await signedIn('cookie')).signIn)).toBe('none')
  const raw = aCookie({ side: 'server', place: 'row', form: 'plain' })
  expect(read('usable-on-server', anExchange({ artifacts: [raw] }))).toBe('1')
})

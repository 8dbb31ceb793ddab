/** What comes in from outside, over the three lanes: each oddity gets the answer of the contract's table, and nothing is changed. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { callApi } from '@/lib/testing/api'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { HeaderLine } from '@/lib/trace/model/exchange'

let world: FreshSandbox
beforeAll(async () => {
  world = await freshSandbox()
})

const APPLE = '{"sku":"apple","quantity":1}'

describe.each(STRATEGIES)('%s', (strategy) => {
  let client: ShopClient
  beforeAll(async () => {
    client = world.client(strategy)
    await world.signIn(client)
    await client.add('apple', 2)
  })

  const unchanged = async () =>
    expect((await client.get('cart')).body.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])

  it.each([
    ['', 400, 'malformed_json'],
    ['{', 400, 'malformed_json'],
    ['{"sku":"apple","quantity":1}}', 400, 'malformed_json'],
    ['\u0000', 400, 'malformed_json'],
    ['null', 422, 'invalid'],
    ['[]', 422, 'invalid'],
    ['"apple"', 422, 'invalid'],
    ['{}', 422, 'invalid'],
    ['{"sku":"apple"}', 422, 'invalid'],
    ['{"sku":1,"quantity":1}', 422, 'invalid'],
    ['{"sku":"apple","quantity":0}', 422, 'invalid'],
    ['{"sku":"apple","quantity":-1}', 422, 'invalid'],
    ['{"sku":"apple","quantity":100}', 422, 'invalid'],
    ['{"sku":"apple","quantity":1.5}', 422, 'invalid'],
    ['{"sku":"apple","quantity":1e999}', 422, 'invalid'],
    ['{"sku":"apple","quantity":"1"}', 422, 'invalid'],
    ['{"sku":"apple","quantity":true}', 422, 'invalid'],
    ['{"sku":"apple","quantity":null}', 422, 'invalid'],
    ['{"sku":"nothing","quantity":1}', 404, 'unknown_product'],
    ['{"sku":"__proto__","quantity":1}', 404, 'unknown_product'],
    ['{"sku":"constructor","quantity":1}', 404, 'unknown_product'],
    [`{"sku":"${'a'.repeat(17000)}","quantity":1}`, 413, 'too_large'],
  ])('body %.40s: %i %s', async (body, status, code) => {
    const answer = await client.send('POST', 'cart/items', body)
    expect(answer).toMatchObject({ status, body: { status, code }, setCookie: [] })
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    await unchanged()
  })

  it('names the field that is not acceptable', async () => {
    const { body } = await client.send('POST', 'cart/items', '{"sku":"apple","quantity":0}')
    expect(body.errors).toEqual([{ path: 'quantity', code: 'too_small' }])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('content type %j: 415', async (type) => {
    const answer = await client.send('POST', 'cart/items', APPLE, [['Content-Type', type]])
    expect(answer).toMatchObject({ status: 415, body: { code: 'not_json' } })
    await unchanged()
  })

  it.each([
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { Origin: 'http://localhost:3001' },
    { Origin: 'http://127.0.0.1:3000' },
    { Origin: 'http://localhost' },
    { Origin: 'http://localhost:3000.evil.example' },
    { Origin: 'http://sub.localhost:3000' },
    { Origin: '' },
    { Origin: 'file://' },
    { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'nonsense' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'http://localhost:3000, https://evil.example' },
  ])('refuses a write from elsewhere: %j', async (headers) => {
    const writes: [string, string, string?][] = [
      ['POST', 'cart/items', APPLE],
      ['PATCH', 'cart/items/apple', '{"quantity":9}'],
      ['DELETE', 'cart/items/apple'],
      ['POST', 'sign-in', '{"email":"a","password":"b"}'],
      ['POST', 'sign-out'],
      ['POST', 'checkout', '{}'],
      ['POST', 'password', '{"current":"a","next":"bbbbbbbbbbbb"}'],
      ['DELETE', 'devices/x'],
      ...(strategy === 'jwt' ? [['POST', 'refresh', '{}'] as [string, string, string]] : []),
    ]
    for (const [method, path, body] of writes) {
      const answer = await client.send(method, path, body, Object.entries(headers))
      expect({ method, path, ...answer }).toMatchObject({
        status: 403,
        body: { code: 'cross_site' },
        setCookie: [],
      })
    }
    await unchanged()
  })

  it('accepts its own page, and clients that are no browser', async () => {
    const own: HeaderLine[] = [
      ['Origin', 'http://localhost:3000'],
      ['Sec-Fetch-Site', 'same-origin'],
    ]
    expect(await client.send('PATCH', 'cart/items/apple', { quantity: 2 }, own)).toMatchObject({
      status: 200,
    })
    expect(await client.send('PATCH', 'cart/items/apple', { quantity: 2 })).toMatchObject({ status: 200 })
  })

  it.each(['nosuchsandbox', 'AAAAAAAAAAA', "'; DROP TABLE Sandbox;--"])('sandbox %j: 404', async (name) => {
    const response = await callApi(`/api/${strategy}/${encodeURIComponent(name)}/laptop/cart`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'no_sandbox' })
  })

  it.each(['desktop', 'Laptop', '%00', 'constructor'])('device %j: 404', async (device) => {
    const response = await callApi(`/api/${strategy}/${world.sandbox.id}/${device}/cart`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'no_device' })
  })

  it('answers 405 with a problem and Allow', async () => {
    const answer = await client.send('PUT', 'cart', '{}')
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } })
    expect(answer.headers.get('Allow')).toBe('GET, HEAD')
  })
})

it.each(STRATEGIES)(
  '%s: a write into a sandbox that is being deleted is no error of ours',
  async (strategy) => {
    const doomed = await freshSandbox()
    const clients = Array.from({ length: 6 }, () => doomed.client(strategy))
    const writes = clients.map((client) => client.add('apple'))
    await doomed.desk('DELETE', '')
    for (const { status } of await Promise.all(writes)) expect([200, 404]).toContain(status)
  },
)

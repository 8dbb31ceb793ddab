/** What a stranger may have written reaches nobody unasked: neither the panel nor a file. */
import { describe, expect, it } from 'vitest'
import { anExchange } from '@/lib/testing/exchanges'
import { watchedShop } from '@/lib/testing/watched-shop'
import { exchangeText } from '../fast/exchange-text'
import type { Exchange, HeaderLine } from '../model/exchange'
import { guestTextOf, ownCookie, ownLine } from './guest-text'
import { harOf } from './har'
import { maskExchange } from './mask'

const PATH = '/api/session/AAAAAAAAAAA/laptop'
const own = new Set([
  ownLine('Host', 'localhost:3000'),
  ownLine('User-Agent', 'Browser/1'),
  ownLine('Accept-Language', 'en'),
])
const request = (target: string, headers: HeaderLine[] = []): Exchange['request'] => ({
  ...anExchange({}).request,
  target,
  headers,
})
const held = (target: string, headers: HeaderLine[] = [], more: Partial<Exchange> = {}) =>
  guestTextOf({ ...anExchange({ request: request(target, headers), ...more }) }, own)

describe('of a request that no customer sent', () => {
  it.each<HeaderLine>([
    ['Host', 'localhost:3000'],
    ['user-agent', 'Browser/1'],
    ['Accept', '*/*'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Connection', 'keep-alive'],
    ['Content-Type', 'application/json'],
    ['Cookie', '__Secure-visit=Fe26.2*1*x; __Secure-access=a.b.c'],
    ['Authorization', 'Bearer a.b-c.d_e'],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Referer', 'http://localhost:3000/'],
    ['Referer', 'http://localhost:3000/ko/labs/x09-theft'],
    ['Referer', 'http://localhost:3000/session?device=phone&view=stored&step=4'],
  ])('%s: %s is told', (name, value) => expect(held(`${PATH}/cart`, [[name, value]])).toBeNull())

  it.each<HeaderLine>([
    ['Host', 'say.example'],
    ['User-Agent', 'read me'],
    ['X-Note', 'read me'],
    ['Accept', 'read/me'],
    ['Accept-Encoding', 'gzip, read me'],
    ['Connection', 'read-me'],
    ['Content-Type', 'application/json; read=me'],
    ['Authorization', 'Basic cmVhZCBtZQ'],
    ['Authorization', 'Bearer read me'],
    ['Sec-Fetch-Site', 'read-me'],
    ['Origin', 'http://read.example'],
    ['Referer', 'http://say.example/'],
    ['Referer', 'http://localhost:3000/read-me'],
    ['Referer', 'http://localhost:3000/?device=phone&say=me'],
  ])('%s: %s is held back', (name, value) =>
    expect(
      held(`${PATH}/cart`, [
        ['Accept', '*/*'],
        [name, value],
      ]),
    ).toEqual({
      lines: [1],
      cookies: [],
      target: null,
      body: false,
    }),
  )

  it('names of cookies are held back, but for the lane’s and those that the owner’s browser sends elsewhere', () => {
    const headers: HeaderLine[] = [['Cookie', '__Secure-visit=abc; read=me; theirs=1;  alone']]
    const also = new Set([...own, ownCookie('theirs')])
    const exchange = anExchange({ request: request(`${PATH}/cart`, headers) })
    const guestText = guestTextOf(exchange, also)!
    expect(guestText).toEqual({ lines: [], cookies: [1, 3], target: null, body: false })
    expect(maskExchange({ ...exchange, guestText }).request.headers).toEqual([
      ['Cookie', '__Secure-visit=…[3]; …[4]=…[2]; theirs=…[1];  …[5]'],
    ])
    const [entry] = harOf([{ ...exchange, guestText }], { origin: 'http://x', reveal: true }).log.entries
    expect(entry!.request.headers).toEqual([{ name: 'Cookie', value: '__Secure-visit=abc; theirs=1' }])
  })

  it.each([
    [`${PATH}/cart`, 200, null],
    [`${PATH}/cart?say=me`, 200, `${PATH}/cart…[7]`],
    [`${PATH}/read-me`, 404, `${PATH}/…[7]`],
    [`${PATH}/cart/items/read-me`, 404, `${PATH}/cart/items/…[7]`],
    [`${PATH}/cart/items/%61pple`, 200, `${PATH}/cart/items/…[7]`],
    [`${PATH}/cart/items/apple`, 200, null],
  ])('%s answered %i is told as %s', (target, status, told) => {
    const action = target.includes('items') ? ('cart.remove' as const) : ('cart.read' as const)
    const response = { ...anExchange({}).response!, status }
    expect(held(target, [], { action, response })?.target ?? null).toBe(told)
  })

  it('a body that the shop did not take is held back', () => {
    const sent = { text: '{"sku":"read-me"}', hidden: [] }
    const answered = (status: number) => ({ sent, response: { ...anExchange({}).response!, status } })
    expect(held(`${PATH}/cart/items`, [], answered(422))).toMatchObject({ body: true })
    expect(held(`${PATH}/cart/items`, [], answered(200))).toBeNull()
  })

  it('a name that is none of HTTP’s is held back with its value, position by position', () => {
    const headers: HeaderLine[] = [
      ['Accept', '*/*'],
      ['X-Read-Me', 'please'],
      ['User-Agent', 'me too'],
    ]
    const exchange = anExchange({ request: request(`${PATH}/cart?and=me`, headers) })
    const guest = { ...exchange, guestText: guestTextOf(exchange, own)! }
    const told: HeaderLine[] = [
      ['Accept', '*/*'],
      ['…[9]', '…[6]'],
      ['User-Agent', '…[6]'],
    ]
    expect(maskExchange(guest).request).toMatchObject({ headers: told, target: `${PATH}/cart…[7]` })
    expect(JSON.parse(exchangeText(guest)).request).toEqual(maskExchange(guest).request)
  })
})

describe('through the shop', () => {
  const shop = watchedShop()
  const stranger = async (path: string, headers: Record<string, string>, init: RequestInit = {}) => {
    const recorded = shop.nextExchange()
    const { id } = shop.world.sandbox
    await fetch(`${shop.origin}/api/session/${id}/laptop/${path}`, { headers, ...init })
    return recorded
  }
  const MESSAGE = 'buy-my-stuff'
  const everywhere = async () => {
    const asGuest = { 'X-Note': MESSAGE, 'User-Agent': MESSAGE, Cookie: `${MESSAGE}=1` }
    return [
      await stranger(`cart?${MESSAGE}`, asGuest),
      await stranger(`${MESSAGE}`, {}),
      await stranger(`cart/items/${MESSAGE}`, {}, { method: 'DELETE' }),
      await stranger(
        'cart/items',
        { 'Content-Type': 'application/json' },
        { method: 'POST', body: JSON.stringify({ sku: MESSAGE, quantity: 1 }) },
      ),
      await stranger(
        'sign-in',
        { 'Content-Type': 'application/json' },
        { method: 'POST', body: JSON.stringify({ email: `${MESSAGE}@a.example`, password: 'x' }) },
      ),
    ]
  }

  it('no text of a stranger is told, in no list, no event and no file, revealed or not', async () => {
    const exchanges = await everywhere()
    expect(exchanges.map(({ guestText }) => guestText !== undefined)).toEqual(exchanges.map(() => true))
    const list = JSON.stringify((await shop.world.desk('GET', 'exchanges')).body)
    const files = await Promise.all(
      ['', '?reveal=1'].map(async (query) => (await shop.world.ask('GET', `exchanges.har${query}`)).text()),
    )
    for (const text of [...exchanges.map(exchangeText), list, ...files]) expect(text).not.toContain(MESSAGE)
    expect(list).toContain('guestText')
    expect(JSON.stringify(harOf(exchanges, { origin: shop.origin, reveal: true }))).not.toContain('…[')
  })

  it('opened by the owner, it is there as it came', async () => {
    const [exchange] = await everywhere()
    const { body } = await shop.world.desk('GET', `exchanges/${exchange!.id}`)
    expect(body.request.headers).toContainEqual(['X-Note', MESSAGE])
    expect(body.request.target).toContain(`?${MESSAGE}`)
  })

  it('of a signed-in customer everything is told', async () => {
    const client = shop.client('session')
    await client.signIn()
    expect((await client.get('cart')).guestText).toBeUndefined()
  })

  it('what the owner’s browser sends to the control plane as well is told', async () => {
    const before = await stranger('cart', { 'X-Console': 'mine' })
    expect(maskExchange(before).request.headers).toContainEqual(['…[9]', '…[4]'])
    const { ownLines } = shop.world.sandbox
    ownLines!.add(ownLine('x-console', 'mine'))
    const after = await stranger('cart', { 'X-Console': 'mine' })
    expect(maskExchange(after).request.headers).toContainEqual(['X-Console', 'mine'])
  })
})

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exchange } from '@/lib/reading/testing'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { until } from '@/lib/testing/until'
import { type Browser, openBrowser, openTab, type Tab } from '../testing'

const MINA = 'mina@shop.example'
const ACCESS_LIFE = 60

let browser: Browser
let tab: Tab
beforeEach(async () => {
  browser = openBrowser()
  tab = await openTab()
  await tab.start()
  browser.news()
})

const signIn = (device: 'laptop' | 'phone' = 'laptop', lanes: readonly StrategyName[] = STRATEGIES) =>
  tab.act(lanes, device, { act: 'sign-in', email: MINA })
const jwt = (device: 'laptop' | 'phone' = 'laptop') => tab.live().shops.jwt[device]

describe.each(STRATEGIES)('%s', (lane) => {
  const shop = () => tab.live().shops[lane].laptop

  test('a guest adds, changes, removes; signs in; checks out; signs out', async () => {
    const act = (asked: Parameters<Tab['act']>[2]) => tab.act([lane], 'laptop', asked)
    await act({ act: 'cart.add', sku: 'apple', quantity: 2 })
    await act({ act: 'cart.change', sku: 'apple', quantity: 5 })
    await act({ act: 'cart.add', sku: 'pear', quantity: 1 })
    await act({ act: 'cart.remove', sku: 'pear' })
    expect(shop()).toMatchObject({
      customer: null,
      cart: { lines: [{ sku: 'apple', quantity: 5 }], total: 300 },
    })
    await act({ act: 'sign-in', email: MINA })
    expect(shop()).toMatchObject({ customer: { email: MINA }, cart: { discount: 30, total: 270 } })
    await act({ act: 'orders' })
    await act({ act: 'checkout' })
    expect(shop()).toMatchObject({
      cart: { lines: [] },
      orders: [{ total: 270 }],
      last: { status: 201, code: null },
    })
    await act({ act: 'sign-out' })
    expect(shop()).toMatchObject({
      customer: null,
      formerly: null,
      cart: { lines: [] },
      last: { status: 204 },
    })
    await act({ act: 'cart.read' })
    expect(shop()).toMatchObject({ cart: { lines: [] }, last: { status: 200 } })
  })

  test('ten quick clicks are ten adds, and the shop is busy until the last', async () => {
    const clicks = Array.from({ length: 10 }, () =>
      tab.act([lane], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 }),
    )
    expect(shop().busy).toBe(true)
    await Promise.all(clicks)
    expect(shop()).toMatchObject({ busy: false, cart: { lines: [{ sku: 'apple', quantity: 10 }] } })
  })

  test('a refused act says why and changes nothing', async () => {
    await tab.act([lane], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    await tab.act([lane], 'laptop', { act: 'cart.add', sku: 'nothing', quantity: 1 })
    await tab.act([lane], 'laptop', { act: 'checkout' })
    await tab.act([lane], 'laptop', { act: 'sign-in', email: MINA, password: 'wrong' })
    expect(shop()).toMatchObject({
      customer: null,
      formerly: null,
      cart: { lines: [{ sku: 'apple' }] },
      last: { status: 401, code: 'wrong_password' },
    })
  })

  test('after a reload it knows again who is signed in and what is in the cart', async () => {
    await tab.act([lane], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    await signIn('laptop', [lane])
    tab = await openTab()
    browser.news()
    await tab.start({ lanes: [lane] })
    expect(shop()).toMatchObject({ customer: { email: MINA }, cart: { lines: [{ sku: 'apple' }] } })
    const refreshes = browser.news().filter((one) => one.includes('refresh'))
    expect(refreshes).toEqual(lane === 'jwt' ? ['POST jwt/laptop/refresh 200'] : [])
  })

  test('what the page before had sent as a guest is not taken for what this one has sent', async () => {
    await signIn('laptop', [lane])
    const guest = exchange(1, { lane })
    const target = `/api/${lane}/${tab.live().sandbox!.id}/laptop/cart`
    tab = await openTab()
    browser.hold = (what) => {
      if (what.endsWith('/cart')) tab.know([{ ...guest, request: { ...guest.request, target } }])
      return undefined
    }
    await tab.start({ lanes: [lane] })
    expect(tab.live().exchanges).toHaveLength(1)
    expect(shop()).toMatchObject({ customer: { email: MINA } })
  })

  test('a sign-in and a sign-out in one tab reach the other', async () => {
    const other = await openTab()
    await other.start()
    await signIn('laptop', [lane])
    await until(() => expect(other.live().shops[lane].laptop.customer?.email).toBe(MINA))
    await other.act([lane], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    expect(other.live().shops[lane].laptop.last?.status).toBe(200)
    await other.act([lane], 'laptop', { act: 'sign-out' })
    await until(() => expect(shop().customer).toBeNull())
    await tab.act([lane], 'laptop', { act: 'orders' })
    expect(shop().last).toMatchObject({ status: 401, code: 'sign_in_required' })
  })
})

test.each(['cookie', 'session'] as const)(
  '%s: its cookie was deleted by hand, and the shop asks for a sign-in: nobody is signed in, and the orders are gone',
  async (lane) => {
    await signIn('laptop', [lane])
    await tab.act([lane], 'laptop', { act: 'orders' })
    expect(tab.live().shops[lane].laptop).toMatchObject({ customer: { email: MINA }, orders: [] })
    browser.jar.cookies = browser.jar.cookies.filter(({ path }) => !path.startsWith(`/api/${lane}/`))
    await tab.act([lane], 'laptop', { act: 'checkout' })
    expect(tab.live().shops[lane].laptop).toMatchObject({ customer: null, formerly: null, orders: null })
  },
)

test('lockstep: three lanes are on their way before any has its answer', async () => {
  const done = tab.act(STRATEGIES, 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
  expect(STRATEGIES.map((lane) => tab.live().shops[lane].laptop.busy)).toEqual([true, true, true])
  await done
  expect(browser.news().sort()).toEqual(STRATEGIES.map((lane) => `POST ${lane}/laptop/cart/items 200`).sort())
})

describe('a line that is too long', () => {
  const told = (retryAfter: string, ahead?: number) =>
    new Response(JSON.stringify({ code: 'busy', status: 503, ahead }), {
      status: 503,
      headers: { 'Content-Type': 'application/problem+json', 'Retry-After': retryAfter },
    })
  const SIGN_IN = 'POST session/laptop/sign-in'
  const shop = () => tab.live().shops.session.laptop

  test('it says for how long it waits and how many come before, asks again, and gets in', async () => {
    let left = 2
    const seen: unknown[] = []
    browser.intercept = (_, what) => {
      if (!what.endsWith('sign-in')) return
      seen.push(shop().last?.wait)
      left -= 1
      return left === 1 ? told('0', 17) : left === 0 ? told('0') : undefined
    }
    const done = signIn('laptop', ['session'])
    await done
    // The server may not know: 0.
    expect(seen).toEqual([undefined, { n: 0, ahead: 17 }, { n: 0, ahead: 0 }])
    expect(browser.news()).toEqual([`${SIGN_IN} 503`, `${SIGN_IN} 503`, `${SIGN_IN} 200`])
    expect(shop()).toMatchObject({ customer: { email: MINA }, last: { status: 200 } })
    expect(shop().last).not.toHaveProperty('wait')
  })

  test('it asks four times, and says so then', async () => {
    browser.intercept = (_, what) => (what.endsWith('sign-in') ? told('0') : undefined)
    await signIn('laptop', ['session'])
    expect(browser.news()).toEqual(Array(4).fill(`${SIGN_IN} 503`))
    expect(shop()).toMatchObject({ customer: null, last: { status: 503, code: 'busy' } })
    expect(shop().last).not.toHaveProperty('wait')
  })

  test('nothing is asked again in a shop that was closed meanwhile', async () => {
    browser.intercept = (_, what) => {
      if (!what.endsWith('sign-in')) return
      tab.clientOf('session', 'laptop')!.close()
      return told('60')
    }
    await signIn('laptop', ['session'])
    expect(browser.news()).toEqual([`${SIGN_IN} 503`])
  })
})

describe('the access token', () => {
  const POST_REFRESH = 'POST jwt/laptop/refresh 200'

  test('expired: refreshed once, and the request is sent once more', async () => {
    await signIn()
    await tab.advance(ACCESS_LIFE)
    browser.news()
    await Promise.all(
      [1, 2, 3].map(() => tab.act(['jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })),
    )
    expect(browser.news()).toEqual([
      'POST jwt/laptop/cart/items 401',
      POST_REFRESH,
      'POST jwt/laptop/cart/items 200',
      'POST jwt/laptop/cart/items 200',
      'POST jwt/laptop/cart/items 200',
    ])
    expect(jwt()).toMatchObject({ customer: { email: MINA }, cart: { lines: [{ quantity: 3 }] } })
  })

  test('two tabs that meet the same end refresh once between them', async () => {
    await signIn()
    const other = await openTab()
    await other.start()
    await tab.advance(ACCESS_LIFE)
    browser.news()
    // Who waits for the other's token waits a quarter of a second for it: no matter how long a message takes here.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await Promise.all(
      [tab, other].map((one) => one.act(['jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })),
    )
    vi.useRealTimers()
    const sent = browser.news()
    expect(sent.filter((one) => one === POST_REFRESH)).toHaveLength(1)
    expect(sent.filter((one) => one.endsWith('items 200'))).toHaveLength(2)
    expect(jwt().customer).not.toBeNull()
    expect(other.live().shops.jwt.laptop.customer).not.toBeNull()
  })

  test('a refresh that the server cannot serve signs nobody out', async () => {
    await signIn()
    await tab.advance(ACCESS_LIFE)
    browser.intercept = (_, what) =>
      what.endsWith('refresh') ? new Response(null, { status: 503 }) : undefined
    await tab.act(['jwt'], 'laptop', { act: 'cart.read' })
    expect(jwt()).toMatchObject({ customer: { email: MINA }, last: { status: 503 } })
    browser.intercept = null
    await tab.act(['jwt'], 'laptop', { act: 'cart.read' })
    expect(jwt()).toMatchObject({ customer: { email: MINA }, last: { status: 200 } })
  })

  test('a guest whose token has expired keeps the cart through the sign-in', async () => {
    await tab.act(['jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    await tab.advance(ACCESS_LIFE)
    await signIn('laptop', ['jwt'])
    expect(jwt()).toMatchObject({ customer: { email: MINA }, cart: { lines: [{ sku: 'apple' }] } })
  })

  test('signing in again works after everything was refused', async () => {
    await signIn()
    await tab.forceSignOut(MINA)
    await tab.advance(ACCESS_LIFE)
    expect(jwt()).toMatchObject({ customer: null, formerly: 'Mina Park', cart: null })
    await signIn('laptop', ['jwt'])
    expect(jwt()).toMatchObject({ customer: { email: MINA }, formerly: null, last: { status: 200 } })
  })

  test('what comes for a sandbox that was left is written nowhere', async () => {
    const late = Promise.withResolvers<void>()
    const isSignIn = (what: string) => what === 'jwt/laptop/sign-in'
    browser.hold = (what) => (isSignIn(what) ? late.promise : undefined)
    const asked = signIn('laptop', ['jwt'])
    await until(() => expect(browser.sent.some(({ what }) => isSignIn(what))).toBe(true))
    await tab.startOver()
    await signIn('phone', ['jwt'])
    const kept = new Map(browser.storage)
    expect([...kept.values()].join()).toContain(tab.live().sandbox!.id)
    late.resolve()
    await asked
    expect(browser.storage).toEqual(kept)
    expect(jwt().customer).toBeNull()
  })

  test('no token ever lies in localStorage', async () => {
    await signIn()
    const tokens = browser.jar.cookies.map(({ value }) => value)
    const stored = [...browser.storage.values()].join()
    expect(stored).toContain('customer')
    expect(stored).not.toMatch(/eyJ|@/)
    for (const token of tokens) expect(stored).not.toContain(token)
  })
})

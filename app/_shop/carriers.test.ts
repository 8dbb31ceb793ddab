/** Where the access token lies is a dial, and the page follows it: the same acts, with other requests and other traces. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, openBrowser, openTab, type Tab } from '@/app/_live/testing'
import type { Dials } from '@/lib/strategies/dials'
import { until } from '@/lib/testing/until'

const MINA = 'mina@shop.example'
const ACCESS_LIFE = 60

let browser: Browser
let tab: Tab
beforeEach(async () => {
  browser = openBrowser()
  tab = await openTab()
  await tab.start()
})

const turn = (jwt: Partial<Dials['jwt']>, of = tab) => of.turnDials({ jwt })
const act = (asked: Parameters<Tab['act']>[2], of = tab) => of.act(['jwt'], 'laptop', asked)
const signIn = () => act({ act: 'sign-in', email: MINA })
const jwt = (of = tab) => of.live().shops.jwt.laptop
const stored = () => [...browser.storage.values()].join()
const cookieNames = () => browser.jar.cookies.map(({ name }) => name).toSorted()

const apples = (of = tab) => jwt(of).cart?.lines[0]?.quantity ?? 0

async function reload(): Promise<Tab> {
  const fresh = await openTab()
  browser.news()
  await fresh.start({ lanes: ['jwt'] })
  return fresh
}

describe('local-storage', () => {
  beforeEach(async () => {
    await turn({ carrier: 'local-storage' })
    await signIn()
  })

  test('the token lies in storage, survives a reload without a refresh, and goes with the sign-out', async () => {
    expect(stored()).toMatch(/eyJ/)
    tab = await reload()
    expect(jwt()).toMatchObject({ customer: { email: MINA }, last: { status: 200 } })
    expect(browser.news().filter((one) => one.includes('refresh'))).toEqual([])
    await act({ act: 'sign-out' })
    expect(stored()).not.toMatch(/eyJ/)
  })

  test('turned back, the token moves into memory, and in another tab too', async () => {
    const other = await reload()
    await turn({ carrier: 'memory' })
    expect(stored()).not.toMatch(/eyJ/)
    await until(() => expect(other.live().dials.jwt.carrier).toBe('memory'))
    browser.news()
    await act({ act: 'cart.add', sku: 'apple', quantity: 1 })
    await act({ act: 'cart.add', sku: 'apple', quantity: 1 }, other)
    expect(browser.news()).toEqual(['POST jwt/laptop/cart/items 200', 'POST jwt/laptop/cart/items 200'])
  })
})

describe('cookie', () => {
  beforeEach(async () => {
    await turn({ carrier: 'cookie' })
    await signIn()
  })

  test('no token reaches the page; expired, it is renewed and the request sent once more', async () => {
    expect(cookieNames()).toContain('__Secure-access')
    expect(stored()).not.toMatch(/eyJ/)
    expect(jwt()).toMatchObject({ customer: { email: MINA } })
    await tab.advance(ACCESS_LIFE)
    browser.news()
    await act({ act: 'cart.add', sku: 'apple', quantity: 1 })
    expect(browser.news()).toEqual([
      'POST jwt/laptop/cart/items 401',
      'POST jwt/laptop/refresh 200',
      'POST jwt/laptop/cart/items 200',
    ])
  })

  test('a reload needs no refresh, and two tabs that meet the end refresh once between them', async () => {
    const other = await reload()
    expect(browser.news().filter((one) => one.includes('refresh'))).toEqual([])
    expect(jwt(other).customer?.email).toBe(MINA)
    await tab.advance(ACCESS_LIFE)
    browser.news()
    await Promise.all([tab, other].map((one) => act({ act: 'cart.add', sku: 'apple', quantity: 1 }, one)))
    const sent = browser.news()
    expect(sent.filter((one) => one === 'POST jwt/laptop/refresh 200')).toHaveLength(1)
    expect(sent.filter((one) => one.endsWith('items 200'))).toHaveLength(2)
  })

  test('a 401 that comes after another tab has renewed leads to no second refresh', async () => {
    const other = await reload()
    await tab.advance(ACCESS_LIFE)
    browser.news()
    const late = Promise.withResolvers<void>()
    let adds = 0
    browser.hold = (what, status) => {
      // The first refused add: its answer is on the way while the other tab renews and tells of it.
      if (what.endsWith('items') && status === 401 && adds++ === 0) return late.promise
    }
    const slow = act({ act: 'cart.add', sku: 'apple', quantity: 1 })
    await until(() => expect(adds).toBe(1))
    await act({ act: 'cart.add', sku: 'apple', quantity: 1 }, other)
    await until(() => expect(apples()).toBe(1))
    late.resolve()
    await slow
    expect(browser.news().filter((one) => one.includes('refresh'))).toEqual(['POST jwt/laptop/refresh 200'])
    expect(jwt().last?.status).toBe(200)
  })

  test('turned back, the page fetches a token of its own', async () => {
    await turn({ carrier: 'memory' })
    browser.news()
    await act({ act: 'cart.read' })
    expect(browser.news()).toEqual(['POST jwt/laptop/refresh 200', 'GET jwt/laptop/cart 200'])
    expect(jwt()).toMatchObject({ customer: { email: MINA } })
  })
})

test('answers of two tabs that cross: both show what is there in the end', async () => {
  await signIn()
  const other = await reload()
  const late = Promise.withResolvers<void>()
  let adds = 0
  browser.hold = (what) => (what.endsWith('items') && adds++ === 0 ? late.promise : undefined)
  const slow = act({ act: 'cart.add', sku: 'apple', quantity: 1 })
  await until(() => expect(adds).toBe(1))
  await act({ act: 'cart.add', sku: 'apple', quantity: 1 }, other)
  await until(() => expect(apples()).toBe(2))
  late.resolve()
  await slow
  await until(() => expect([apples(), apples(other)]).toEqual([2, 2]))
})

describe('other ways to renew', () => {
  test('refresh none: nothing is asked for, and the next sign-in is not stood in the way of', async () => {
    await turn({ refresh: 'none' })
    await signIn()
    await tab.advance(ACCESS_LIFE)
    browser.news()
    await act({ act: 'cart.read' })
    expect(browser.news()).toEqual(['GET jwt/laptop/cart 401'])
    await signIn()
    expect(jwt()).toMatchObject({ customer: { email: MINA }, last: { status: 200 } })
  })

  test('sliding: each answer brings a token, so that busy visitors never refresh', async () => {
    await turn({ sliding: 'capped' })
    await signIn()
    browser.news()
    for (let round = 0; round < 3; round++) {
      await tab.advance(ACCESS_LIFE - 20)
      await act({ act: 'cart.read' })
    }
    const sent = browser.news().filter((one) => one.includes('jwt'))
    expect(sent).toEqual(Array(3).fill('GET jwt/laptop/cart 200'))
    expect(Object.keys(jwt().cart!).toSorted()).toEqual(['currency', 'discount', 'lines', 'total'])
  })

  test('the expired token goes along where the dial asks for it', async () => {
    await turn({ sendExpired: true })
    await signIn()
    await tab.advance(ACCESS_LIFE)
    browser.news()
    await act({ act: 'cart.read' })
    expect(browser.news()).toContain('POST jwt/laptop/refresh 200')
    expect(jwt()).toMatchObject({ customer: { email: MINA } })
  })

  test('a cart in the claims outlives the token that it lies in', async () => {
    await turn({ cartIn: 'claims' })
    await signIn()
    await act({ act: 'cart.add', sku: 'apple', quantity: 1 })
    await tab.advance(ACCESS_LIFE)
    await act({ act: 'cart.read' })
    expect(jwt().cart?.lines).toMatchObject([{ sku: 'apple', quantity: 1 }])
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { exchange, START } from '@/lib/reading/testing'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { until } from '@/lib/testing/until'
import { type Browser, openBrowser, openTab, type Tab } from '../testing'

const MINA = 'mina@shop.example'

let browser: Browser
let tab: Tab
beforeEach(async () => {
  browser = openBrowser()
  tab = await openTab()
  await tab.start()
  for (const device of ['laptop', 'phone'] as const)
    await tab.act(STRATEGIES, device, { act: 'sign-in', email: MINA })
  browser.news()
})

const customers = (device: 'laptop' | 'phone') =>
  STRATEGIES.map((lane) => tab.live().shops[lane][device].customer?.email ?? null)

/** Timers that are due have run. */
const timerRound = () => new Promise<undefined>((resolve) => setTimeout(resolve, 5, undefined))

describe('forced sign-out', () => {
  test('real requests on both devices show it at once', async () => {
    const done = await tab.forceSignOut(MINA)
    expect(done?.lanes).toMatchObject({
      cookie: { reached: false },
      session: { reached: true, ended: 2, credentialsAliveUntil: null },
      jwt: { reached: true, ended: 2 },
    })
    expect(browser.news().sort()).toEqual([
      'GET cookie/laptop/cart 200',
      'GET cookie/phone/cart 200',
      'GET jwt/laptop/cart 200',
      'GET jwt/phone/cart 200',
      'GET session/laptop/cart 401',
      'GET session/phone/cart 401',
      'POST jwt/laptop/refresh 401',
      'POST jwt/phone/refresh 401',
      'POST sandbox/force-sign-out 200',
    ])
    expect(customers('laptop')).toEqual([MINA, null, MINA])
    expect(customers('phone')).toEqual([MINA, null, MINA])
    expect(tab.live().shops.session.phone).toMatchObject({
      formerly: 'Mina Park',
      last: { code: 'credential_refused' },
    })
    expect(tab.live().desk).toHaveLength(1)
  })

  test('renewed can be what stands: not what is ending, but a sign-in that came since', async () => {
    await tab.forceSignOut(MINA)
    await tab.act(['jwt'], 'phone', { act: 'sign-in', email: MINA })
    const signIn = (seq: number, device: 'laptop' | 'phone', at: Date) => ({
      ...exchange(seq, { lane: 'jwt', device, action: 'sign-in' }),
      at: at.toISOString(),
    })
    const before = new Date(START)
    tab.know([signIn(1, 'laptop', before), signIn(2, 'phone', before), signIn(3, 'phone', new Date())])
    browser.news()
    await tab.turnDials({ jwt: { accessLife: 900 } })
    await tab.renewHeld()
    expect(browser.news()).toEqual(['PATCH sandbox/settings 200', 'POST jwt/phone/refresh 200'])
  })

  test('the clock past the access token: one refusal on each device, and no more refreshing', async () => {
    await tab.forceSignOut(MINA)
    browser.news()
    // The request that was planned for the token's end comes due before the phone has its answer.
    browser.intercept = (_, what) => (what === 'jwt/phone/cart' ? timerRound() : undefined)
    await tab.advance(60)
    for (const device of ['phone', 'laptop'] as const) expect(customers(device)).toEqual([MINA, null, null])
    // A request too many would follow at once: another act in the same queues comes behind it.
    await timerRound()
    await tab.act(['jwt'], 'laptop', { act: 'sign-out' })
    expect(
      browser
        .news()
        .filter((one) => !one.includes('sign-out'))
        .sort(),
    ).toEqual([
      'GET cookie/laptop/cart 200',
      'GET cookie/phone/cart 200',
      'GET jwt/laptop/cart 401',
      'GET jwt/phone/cart 401',
      'POST sandbox/clock 200',
    ])
  })

  test('without a turn of the clock the refusal is asked for right after the token ends', async () => {
    // Two seconds before the end by the sandbox clock: the rest is waited for.
    const due = Date.now() + 60_000
    await tab.forceSignOut(MINA)
    await tab.advance(Math.floor((due - Date.now()) / 1000) - 2)
    browser.news()
    await until(() => expect(customers('laptop')).toEqual([MINA, null, null]))
    expect(tab.live().shops.jwt.laptop.last).toMatchObject({ status: 401, code: 'credential_expired' })
    expect(browser.news().filter((one) => one.startsWith('POST'))).toEqual([])
  })

  test('a device without a sign-in is left alone', async () => {
    await tab.act(STRATEGIES, 'phone', { act: 'sign-out' })
    browser.news()
    await tab.forceSignOut(MINA)
    expect(browser.news().filter((one) => one.includes('phone'))).toEqual([])
  })

  test('nobody of that name: nothing is noted', async () => {
    expect(await tab.forceSignOut('nobody@shop.example')).toBeNull()
    expect(tab.live().desk).toEqual([])
  })

  test('after a reload the act is still known', async () => {
    await tab.forceSignOut(MINA)
    const again = await openTab()
    await again.start()
    await until(() => expect(again.live().desk).toEqual([{ ...tab.live().desk[0], type: 'desk' }]))
  })
})

test('turning the clock without a forced sign-out sends nothing to the shops', async () => {
  await tab.advance(900)
  expect(tab.live().clockOffset).toBe(900)
  await tab.resetClock()
  expect(tab.live().clockOffset).toBe(0)
  expect(browser.news()).toEqual(['POST sandbox/clock 200', 'POST sandbox/clock 200'])
})

test('another tab sees the clock turn', async () => {
  const other = await openTab()
  await other.start()
  await tab.advance(30)
  await until(() => expect(other.live().clockOffset).toBe(30))
})

/** The acts of a lane against the real API: what they count is what the shop says afterwards. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, openBrowser, openTab, type Tab } from '@/app/_live/testing'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

const MINA = 'mina@shop.example'
const NEXT = 'another password'

let browser: Browser
let tab: Tab
let acts: Awaited<ReturnType<typeof openActs>>
beforeEach(async () => {
  browser = openBrowser()
  tab = await openTab()
  // In the tab's own modules, as the page has them.
  acts = await openActs()
  await tab.start()
})

const openActs = async () => ({
  ...(await import('./password/change-password')),
  ...(await import('./at-once/fill-cart')),
  ...(await import('./at-once/parallel-adds')),
  ...(await import('./owner-act')),
  ...(await import('./sign-ins')),
})

const shop = (lane: StrategyName, device: 'laptop' | 'phone' = 'laptop') => tab.live().shops[lane][device]
const signIn = (lane: StrategyName, device: 'laptop' | 'phone' = 'laptop') =>
  tab.act([lane], device, { act: 'sign-in', email: MINA })

describe.each(STRATEGIES)('%s', (lane) => {
  test('a new password is the one that counts, and the page knows it for the next sign-in', async () => {
    await signIn(lane)
    const current = tab.live().users[0]!.password!
    expect((await acts.changePassword(lane, 'laptop', { current, next: NEXT }))?.status).toBe(204)
    await tab.act([lane], 'laptop', { act: 'sign-out' })
    await signIn(lane)
    expect(shop(lane)).toMatchObject({ customer: { email: MINA }, last: { status: 200 } })
  })

  test('a wrong current password changes nothing', async () => {
    await signIn(lane)
    const answer = await acts.changePassword(lane, 'laptop', { current: 'wrong', next: NEXT })
    expect(answer).toMatchObject({ status: 422, code: 'invalid' })
    expect(tab.live().users[0]!.password).not.toBe(NEXT)
  })

  test('ten more lines are ten more lines', async () => {
    const filled = await acts.fillCart(lane, 'laptop', 10)
    expect(filled).toEqual({ asked: 10, acknowledged: 10, refusal: null, before: 0, after: 10 })
  })

  test('parallel adds: as many as are acknowledged, or fewer where the cookie is the cart', async () => {
    const { acknowledged, there, refusal } = (await acts.addAtOnce(lane, 'laptop', 6))!
    if (lane === 'cookie') expect(there).toBeLessThan(acknowledged)
    else expect(there).toBe(acknowledged)
    // Beaten to it five times, a request gives up, and says so.
    expect(acknowledged < 6).toBe(refusal?.code === 'try_again')
  })

  test('the desk sees the sign-ins that are rows', async () => {
    await signIn(lane)
    await signIn(lane, 'phone')
    const seen = await acts.signInsOf(lane)
    expect(seen.map(({ user, device }) => [user, device]).toSorted()).toEqual(
      lane === 'cookie'
        ? []
        : [
            ['mina', 'laptop'],
            ['mina', 'phone'],
          ],
    )
  })
})

test('one sign-in is ended, the other stays', async () => {
  await signIn('session')
  await signIn('session', 'phone')
  const phone = (await acts.signInsOf('session')).find(({ device }) => device === 'phone')!
  const answer = await acts.ownerAct({ act: 'force-sign-out-device', strategy: 'session', id: phone.id })
  expect(answer.status).toBe(200)
  for (const device of ['laptop', 'phone'] as const) await tab.act(['session'], device, { act: 'cart.read' })
  expect([shop('session').last?.status, shop('session', 'phone').last?.status]).toEqual([200, 401])
})

test.each(STRATEGIES)('everyone in %s is out', async (lane) => {
  await signIn(lane)
  expect((await acts.ownerAct({ act: 'force-sign-out-everyone', strategy: lane })).status).toBe(200)
  await tab.act([lane], 'laptop', { act: 'cart.read' })
  expect(shop(lane)).toMatchObject({ customer: null, formerly: 'Mina Park', last: { status: 401 } })
})

test('a forced sign-out of one lane leaves the others alone', async () => {
  for (const lane of STRATEGIES) await signIn(lane)
  await tab.forceSignOut(MINA, 'session')
  expect(STRATEGIES.map((lane) => shop(lane).customer?.email ?? null)).toEqual([MINA, null, MINA])
  expect(browser.news().some((one) => one.includes('refresh'))).toBe(false)
})

test('what the row says is known after a change, and who is who does not depend on it', async () => {
  await acts.ownerAct({ act: 'promote', email: MINA })
  await acts.ownerAct({ act: 'set-discount', email: MINA, discount: 0 })
  expect(tab.live().users[0]).toMatchObject({ email: MINA, role: 'support', discount: 0 })
})

test('the wall of the cookie lane: refused by the server before a browser drops it', async () => {
  for (let round = 0; round < 4; round++) {
    const filled = (await acts.fillCart('cookie', 'laptop', 50))!
    if (!filled.refusal) continue
    expect(filled.refusal).toMatchObject({ status: 409, code: 'cart_full' })
    expect(filled.after).toBe(filled.before + filled.acknowledged)
    return
  }
  expect.unreachable('200 lines fitted into a cookie')
})

test('what is acknowledged and not there is counted as missing', async () => {
  const { missing } = acts
  const filled = { asked: 5, acknowledged: 5, refusal: null, before: 2 }
  expect([missing({ ...filled, after: 7 }), missing({ ...filled, after: 3 })]).toEqual([0, 4])
  expect(missing({ ...filled, after: null })).toBe(0)
})

vi.setConfig({ testTimeout: 60_000 })

/**
 * The point of the whole site, proved in a real browser: one customer, signed in on two devices in three lanes; the support desk
 * ends all sign-ins; each lane is cut off in its own way. Every figure on the page is the time of an exchange.
 */
import type { Exchange } from '@/lib/trace/model/exchange'
import { expect, LANES, type Site, test } from './fixtures'

const FORCE = /Force sign-out everywhere/

async function signInOnBothDevices(site: Site) {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  await site.device('phone')
  await site.act('Sign in as Mina', 'sign-in')
  await site.device('laptop')
}

/** Carts asked for after the act, by lane and device, oldest first. */
function afterwards(exchanges: Exchange[], seq: number) {
  return (strategy: string, device: string, action = 'cart.read') =>
    exchanges.filter(
      (one) => one.seq > seq && one.strategy === strategy && one.device === device && one.action === action,
    )
}

async function force(site: Site) {
  const before = (await site.exchanges()).at(-1)!.seq
  await site.page.getByRole('button', { name: FORCE }).click()
  await expect
    .poll(async () => {
      const found = afterwards(await site.exchanges(), before)
      return LANES.flatMap((lane) => [found(lane, 'laptop').length, found(lane, 'phone').length])
    })
    .toEqual([1, 1, 1, 1, 1, 1])
  return { before, found: afterwards(await site.exchanges(), before) }
}

const statuses = (exchanges: Exchange[]) => exchanges.map(({ response }) => response?.status)

test('session refuses at once, jwt at expiry, cookie never', async ({ site, page }) => {
  await signInOnBothDevices(site)
  const { before, found } = await force(site)

  for (const device of ['laptop', 'phone']) {
    expect(statuses(found('cookie', device))).toEqual([200])
    expect(statuses(found('session', device))).toEqual([401])
    expect(statuses(found('jwt', device))).toEqual([200])
    expect(statuses(found('jwt', device, 'refresh'))).toEqual([401])
    expect(found('session', device)[0]!.problem).toBe('credential_refused')
    expect(found('jwt', device, 'refresh')[0]!.problem).toBe('credential_refused')
  }
  await expect(site.lane('cookie').getByText('Still signed in')).toBeVisible()
  await expect(site.lane('cookie').getByText('Never by the shop.')).toBeVisible()
  await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
  await expect(site.lane('session').getByText('Nobody')).toBeVisible()
  await expect(site.lane('jwt').getByText('Still signed in')).toBeVisible()
  await expect(site.lane('jwt').getByText(/Renewing is refused already/)).toBeVisible()

  // Past the life of the access token, by the server's clock: now the JWT lane refuses, and the cookie lane still does not.
  await page.getByRole('button', { name: 'Turn the server clock 15 minutes on' }).click()
  await expect(site.lane('jwt').getByText('Refused at expiry')).toBeVisible()
  const later = afterwards(await site.exchanges(), before)
  expect(statuses(later('jwt', 'laptop')).at(-1)).toBe(401)
  expect(later('jwt', 'laptop').at(-1)!.problem).toBe('credential_expired')
  await expect
    .poll(async () => statuses(afterwards(await site.exchanges(), before)('cookie', 'laptop')).at(-1))
    .toBe(200)
  await expect(site.lane('cookie').getByText('Still signed in')).toBeVisible()
})

test('the stopwatch shows the time of an exchange', async ({ site }) => {
  await signInOnBothDevices(site)
  const { found } = await force(site)
  const { body } = await site.control<{ desk?: { at: string }[] }>('/exchanges?after=0')
  const act = body.desk!.at(-1)!
  const millis = Date.parse(found('session', 'laptop')[0]!.at) - Date.parse(act.at)
  const shown = await site
    .lane('session')
    .getByText(/Here: .* after the sign-out/)
    .innerText()
  const [, figure, unit] = /Here: ([\d.,]+)\s(ms|s) after/.exec(shown)!
  const told = Number(figure) * (unit === 's' ? 1000 : 1)
  expect(Math.abs(told - millis)).toBeLessThanOrEqual(unit === 's' ? 1000 : 1)
})

test('in real time: the access token dies by itself within its minute', async ({ site }) => {
  test.setTimeout(100_000)
  await signInOnBothDevices(site)
  const { before, found } = await force(site)
  const act = found('jwt', 'laptop')[0]!
  await expect
    .poll(async () => statuses(afterwards(await site.exchanges(), before)('jwt', 'laptop')).at(-1), {
      timeout: 80_000,
    })
    .toBe(401)
  const refused = afterwards(await site.exchanges(), before)('jwt', 'laptop').at(-1)!
  expect(refused.problem).toBe('credential_expired')
  expect(Date.parse(refused.at) - Date.parse(act.at)).toBeLessThanOrEqual(62_000)
  await expect(site.lane('jwt').getByText('Refused at expiry')).toBeVisible()
  await expect(site.lane('cookie').getByText('Still signed in')).toBeVisible()
})

test('the cookie lane ends by itself, and only then', async ({ site }) => {
  await signInOnBothDevices(site)
  const { before } = await force(site)
  await site.control('/clock', 'POST', { advanceSeconds: 12 * 60 * 60 })
  await site.act('Add Apple', 'cart.add')
  const add = afterwards(await site.exchanges(), before)('cookie', 'laptop', 'cart.add')
  expect(add.map(({ problem }) => problem)).toEqual(['credential_expired'])
  await expect(site.lane('cookie').getByText('Ended by itself.', { exact: true })).toBeVisible()
})

test('the customer can come back in every lane', async ({ site }) => {
  await signInOnBothDevices(site)
  await force(site)
  await site.act('Sign in as Mina', 'sign-in')
  for (const lane of LANES) await expect(site.lane(lane).getByText('Mina Park')).toBeVisible()
})

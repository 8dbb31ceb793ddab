/** What a turned dial changes in a real browser, and the acts that show it. */
import type { Page } from '@playwright/test'
import type { Dials } from '@/lib/strategies/dials'
import { expect, type Lane, Site, test } from './fixtures'

type Turn = { [L in Lane]?: Partial<Dials[L]> }

class LanePage extends Site {
  constructor(
    page: Page,
    readonly strategy: Lane,
  ) {
    super(page)
  }

  async visit(device: 'laptop' | 'phone' = 'laptop') {
    await this.page.goto(`/${this.strategy}?device=${device}`)
    await expect(this.apple).toBeEnabled()
  }

  get apple() {
    return this.page.getByRole('button', { name: /Apple.*add to the cart/ })
  }

  get acts() {
    return this.page.getByRole('region', { name: 'Acts' })
  }

  async turn(dials: Turn) {
    expect((await this.control('/settings', 'PATCH', dials)).status).toBe(200)
  }

  async later(seconds: number) {
    expect((await this.control('/clock', 'POST', { advanceSeconds: seconds })).status).toBe(200)
  }

  async signIn() {
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await this.isIn()
  }

  async isIn() {
    await expect(this.page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  }

  async isOut() {
    await expect(this.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  }

  async group(title: string) {
    await this.page.getByRole('heading', { name: title }).click()
  }

  /** The newest exchange of this kind on this lane and device. */
  async newest(action: string, device = 'laptop') {
    const all = await this.exchanges()
    return all.findLast(
      (one) => one.strategy === this.strategy && one.device === device && one.action === action,
    )
  }
}

/** Most of these open several pages. */
test.describe.configure({ timeout: 60_000 })

const of = (site: Site, lane: Lane) => new LanePage(site.page, lane)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

test.describe('carrier', () => {
  for (const carrier of ['memory', 'local-storage', 'cookie'] as const) {
    test(`${carrier}: where the access token lies, and that it works from there`, async ({ site, page }) => {
      const jwt = of(site, 'jwt')
      await jwt.turn({ jwt: { carrier } })
      await jwt.visit()
      await jwt.signIn()
      const stored = await page.evaluate(() => Object.values(localStorage).join())
      expect(stored.includes('eyJ')).toBe(carrier === 'local-storage')
      const cookies = await page
        .context()
        .cookies(`http://localhost/api/jwt/${await site.sandboxId()}/laptop`)
      expect(cookies.map(({ name }) => name)).toEqual(carrier === 'cookie' ? ['__Secure-access'] : [])

      await page.reload()
      await jwt.isIn()
      await jwt.apple.click()
      await expect.poll(async () => (await jwt.newest('cart.add'))?.response?.status).toBe(200)
      const { request } = (await jwt.newest('cart.add'))!
      const sent = request.headers.map(([name]) => name.toLowerCase())
      expect(sent.includes('authorization')).toBe(carrier !== 'cookie')
      expect(sent.includes('cookie')).toBe(carrier === 'cookie')
    })
  }

  for (const httpOnly of [true, false]) {
    test(`cookie, HttpOnly ${httpOnly ? 'on: page script cannot read it' : 'off: page script reads it'}`, async ({
      site,
      page,
    }) => {
      const jwt = of(site, 'jwt')
      await jwt.turn({ jwt: { carrier: 'cookie', httpOnly } })
      await jwt.visit()
      await jwt.signIn()
      // Path keeps a cookie from no script of the same origin: it opens a window there.
      const read = await page.evaluate(
        async (path) => {
          const opened = window.open(path)!
          await new Promise((resolve) => opened.addEventListener('load', resolve))
          return opened.document.cookie
        },
        `/api/jwt/${await site.sandboxId()}/laptop/cart`,
      )
      expect(read.startsWith('__Secure-access=eyJ')).toBe(!httpOnly)
    })
  }
})

test.describe('two tabs meet the end of one access token', () => {
  for (const carrier of ['memory', 'local-storage', 'cookie'] as const) {
    test(`${carrier}: one refresh between them, both adds are there`, async ({ site, page }) => {
      const first = of(site, 'jwt')
      await first.turn({ jwt: { carrier } })
      await first.visit()
      await first.signIn()
      const second = new LanePage(await page.context().newPage(), 'jwt')
      await second.visit()
      await second.isIn()
      await first.later(60)
      const before = (await first.exchanges()).at(-1)!.seq
      await Promise.all([first.apple.click(), second.apple.click()])
      await expect(first.page.getByText('€1.08').first()).toBeVisible()
      const sent = await first.exchanges(before)
      const renewed = sent.filter(({ action }) => action === 'refresh')
      expect(renewed.map(({ response }) => response?.status)).toEqual([200])
      await first.isIn()
      await second.isIn()
    })
  }

  test('without waiting for one another, in the grace window: one family, nobody is out', async ({
    site,
    page,
  }) => {
    const first = of(site, 'jwt')
    await first.turn({ jwt: { grace: 10 } })
    await first.visit()
    await first.signIn()
    const second = await page.context().newPage()
    await second.goto('/jwt')
    const path = `/api/jwt/${await site.sandboxId()}/laptop/refresh`
    const refresh = (tab: Page) =>
      tab.evaluate(async (url) => (await fetch(url, { method: 'POST' })).status, path)
    expect(await Promise.all([refresh(page), refresh(second)])).toEqual([200, 200])
    expect(await refresh(page)).toBe(200)
    const { body } = await site.control<{ jwt: { table: string; endedAt: string | null }[] }>('/stored')
    const families = body.jwt.filter(({ table }) => table === 'RefreshFamily')
    expect(families).toMatchObject([{ endedAt: null }])
  })
})

for (const lane of ['session', 'jwt'] as const) {
  test.describe(`${lane}: at most one device`, () => {
    test('the new one is refused', async ({ site, page }) => {
      const shop = of(site, lane)
      await shop.turn({ [lane]: { deviceLimit: 1, whenFull: 'refuse-new' } })
      await shop.visit()
      await shop.signIn()
      await shop.visit('phone')
      await press(page, 'Sign in')
      await expect(page.getByText('as many sign-ins as are allowed').first()).toBeVisible()
      expect((await shop.newest('sign-in', 'phone'))?.problem).toBe('too_many_devices')
      await shop.isOut()
    })

    test('the oldest is ended', async ({ site, page }) => {
      const shop = of(site, lane)
      await shop.turn({ [lane]: { deviceLimit: 1, whenFull: 'end-oldest' } })
      await shop.visit()
      await shop.signIn()
      await shop.visit('phone')
      await shop.signIn()
      // What is out there of the JWT lane lives until it expires, and is not renewed.
      if (lane === 'jwt') await shop.later(60)
      await page.goto(`/${lane}`)
      const asked = lane === 'jwt' ? 'refresh' : 'me'
      await expect.poll(async () => (await shop.newest(asked))?.response?.status).toBe(401)
      await shop.isOut()
      await shop.visit('phone')
      await shop.isIn()
    })
  })

  test(`${lane}: the device list ends the others`, async ({ site, page }) => {
    const shop = of(site, lane)
    await shop.visit('phone')
    await shop.signIn()
    await shop.visit()
    await shop.signIn()
    await page.getByRole('button', { name: 'Ask the shop Devices' }).click()
    await press(page, 'End the others')
    await expect.poll(async () => (await shop.newest('devices.end'))?.response?.status).toBe(204)
    await expect(page.getByText('this one')).toBeVisible()
    await expect(page.getByRole('button', { name: 'End the others' })).toBeHidden()
  })
}

test.describe('a new password', () => {
  async function change(shop: LanePage, site: Site) {
    const { body } = await site.control<{ users: { password: string }[] }>('')
    await shop.group('Change the password')
    await shop.page.getByLabel('Current password').fill(body.users[0]!.password)
    await shop.page.getByLabel(/^New password/).fill('a longer password')
    await press(shop.page, 'Change password')
    await expect(shop.page.getByText(/^Changed\./)).toBeVisible()
  }

  for (const [passwordChange, outcome] of [
    ['ends-others', 401],
    ['keeps-others', 200],
  ] as const) {
    test(`session, ${passwordChange}: the other device is answered ${outcome}`, async ({ site }) => {
      const shop = of(site, 'session')
      await shop.turn({ session: { passwordChange } })
      await shop.visit('phone')
      await shop.signIn()
      await shop.visit()
      await shop.signIn()
      await change(shop, site)
      await shop.page.getByRole('radio', { name: 'phone' }).press('Space')
      await expect.poll(async () => (await shop.newest('cart.read', 'phone'))?.response?.status).toBe(outcome)
      await shop.page.getByRole('radio', { name: 'laptop' }).press('Space')
      await shop.isIn()
    })
  }

  test('half typed, it survives the end of the sign-in', async ({ site, page }) => {
    const shop = of(site, 'session')
    await shop.visit()
    await shop.signIn()
    await shop.group('Change the password')
    await page.getByLabel(/^New password/).fill('half typ')
    await shop.later(31 * 60)
    await shop.apple.click()
    await shop.isOut()
    await expect(page.getByText('What you typed is kept: sign in')).toBeVisible()
    await expect(page.getByLabel(/^New password/)).toHaveValue('half typ')
    await shop.signIn()
    await expect(page.getByLabel(/^New password/)).toHaveValue('half typ')
  })
})

test.describe('another role and another discount', () => {
  async function change(shop: LanePage) {
    await shop.visit()
    await shop.signIn()
    await shop.apple.click()
    await expect(shop.page.getByText('€0.54').first()).toBeVisible()
    await shop.group('Role and discount')
    await press(shop.page, 'Make Mina support')
    await expect(shop.page.getByRole('cell', { name: 'support' }).first()).toBeVisible()
    await press(shop.page, 'Discount to 0 %')
  }
  const roles = (page: Page) =>
    page
      .getByRole('row', { name: /^Role of Mina/ })
      .getByRole('cell')
      .allInnerTexts()

  test('session: used at the next request', async ({ site, page }) => {
    const shop = of(site, 'session')
    await change(shop)
    await expect(page.getByText(/^Both the same/)).toBeVisible()
    expect(await roles(page)).toEqual(['support', 'support'])
  })

  test('session, customer copied: stale until the next sign-in', async ({ site, page }) => {
    const shop = of(site, 'session')
    await shop.turn({ session: { customer: 'copied' } })
    await change(shop)
    await expect(page.getByText('this lane takes €0.06 too little')).toBeVisible()
    expect(await roles(page)).toEqual(['support', 'customer'])
    await press(page, 'Sign out')
    await shop.signIn()
    await expect.poll(() => roles(page)).toEqual(['support', 'support'])
  })

  test('jwt: stale until the next refresh', async ({ site, page }) => {
    const shop = of(site, 'jwt')
    await change(shop)
    await expect(page.getByText('this lane takes €0.06 too little')).toBeVisible()
    expect(await roles(page)).toEqual(['support', 'customer'])
    await shop.later(60)
    await press(page, 'Ask this lane again')
    await expect(page.getByText(/^Both the same/)).toBeVisible()
    expect(await roles(page)).toEqual(['support', 'support'])
  })
})

test.describe('many at once', () => {
  for (const lane of ['cookie', 'session', 'jwt'] as const) {
    test(`${lane}: six adds in one moment`, async ({ site, page }) => {
      const shop = of(site, lane)
      await shop.visit()
      await shop.group('Add from several tabs at once')
      await press(page, '6 tabs')
      await expect(
        shop.acts.getByText(lane === 'cookie' ? /acknowledged and lost/ : /acknowledged are in the cart/),
      ).toBeVisible()
    })
  }

  test('the wall of the cookie lane: the meter climbs, and the server refuses first', async ({
    site,
    page,
  }) => {
    const shop = of(site, 'cookie')
    await shop.turn({ cookie: { cartFormat: 'full' } })
    await shop.visit()
    await shop.group('Fill the cart')
    await press(page, '+ 50 lines')
    await expect(shop.acts.getByText(/Then 409 cart_full/)).toBeVisible({ timeout: 40_000 })
    const meter = page.getByRole('meter', { name: 'Size of __Secure-visit' })
    const bytes = await meter.evaluate((element: HTMLMeterElement) => element.value)
    expect(bytes).toBeGreaterThan(3600)
    expect(bytes).toBeLessThanOrEqual(4096)
    await expect(shop.acts.getByText(/acknowledged lines are not there/)).toBeHidden()
  })

  test('without the check: the browser drops the cookie, and the shop never hears of it', async ({
    site,
    page,
  }) => {
    const shop = of(site, 'cookie')
    await shop.turn({ cookie: { cartFormat: 'full', sizeCheck: 'none' } })
    await shop.visit()
    await shop.group('Fill the cart')
    await press(page, '+ 50 lines')
    await expect(shop.acts.getByText('50 of 50 adds acknowledged.')).toBeVisible({ timeout: 40_000 })
    await expect(shop.acts.getByText(/acknowledged lines are not there/)).toBeVisible()
    const kept = await page
      .context()
      .cookies(`http://localhost/api/cookie/${await site.sandboxId()}/laptop/cart`)
    for (const { name, value } of kept) expect(name.length + value.length).toBeLessThanOrEqual(4096)
  })
})

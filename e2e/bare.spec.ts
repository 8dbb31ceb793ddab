/** The core of one lane, alone in an app of its own: e2e/bare. */
import { type Browser, type Cookie, expect, type Page, test } from '@playwright/test'
import { type BareShop, bareShop } from './bare/serve'
import { LANES, type Lane } from './fixtures'

const PASSWORD = { mina: 'an apple a day', sam: 'all rows at once' }

/** Seconds, the least there is: its end is waited for. */
const ACCESS_LIFE = 10

for (const lane of LANES)
  test.describe(`the ${lane} lane alone`, () => {
    // One worker for each lane: its app is made once.
    test.describe.configure({ mode: 'serial' })
    let shop: BareShop

    test.beforeAll(async () => {
      test.setTimeout(300_000)
      shop = await bareShop(lane, { ACCESS_LIFE: String(ACCESS_LIFE) })
    })
    test.afterAll(() => shop?.remove())

    for (const scripts of [true, false])
      test(`signs in, adds, reads and signs out, scripts ${scripts ? 'on' : 'off'}`, async ({ browser }) => {
        const page = await enter(browser, shop, scripts)
        await signIn(page, 'mina', 'a pear a day')
        await expect(page.getByText('Wrong e-mail or password.')).toBeVisible()
        await signIn(page, 'mina')
        await isInside(page)
        await add(page, 'Bread')
        await add(page, 'Apple')
        await add(page, 'Apple')
        const kept = await cart(page)
        await page.reload()
        expect(await cart(page)).toEqual(kept)
        const copy = await page.context().cookies()
        await page.getByRole('button', { name: 'Sign out' }).click()
        await isOutside(page)
        expect(await page.context().cookies()).toEqual([])
        await page.goto('/')
        await isOutside(page)
        await page.context().addCookies(copy)
        await page.goto('/')
        await AFTER_THE_END[lane](page)
      })

    test('is ended by somebody else, as far as it can be', async ({ browser }) => {
      const mina = await enter(browser, shop)
      await signIn(mina, 'mina')
      await isInside(mina)
      expect((await mina.goto('/support'))?.status()).toBe(404)
      const sam = await enter(browser, shop)
      await signIn(sam, 'sam')
      await isInside(sam)
      await sam.goto('/support')
      await renewed(lane, mina)
      await sam.getByRole('button', { name: 'Sign Mina out everywhere' }).click()
      await expect(sam.getByRole('status')).toHaveText('Done, as far as it goes.')
      await mina.goto('/')
      await AFTER_THE_END[lane](mina)
    })

    test('is not told one cookie where two came', async ({ browser }) => {
      const page = await enter(browser, shop)
      await signIn(page, 'mina')
      await isInside(page)
      const { name, value } = (await page.context().cookies()).find(({ path }) => path === '/')!
      const answerTo = async (cookie: string) => {
        const { status, headers } = await fetch(shop.origin, { headers: { cookie }, redirect: 'manual' })
        return [status, headers.get('location')]
      }
      expect(await answerTo(`${name}=${value}`)).toEqual([200, null])
      expect(await answerTo(`${name}=${value}; ${name}=${value}`)).toEqual([307, '/sign-in'])
    })

    if (lane === 'jwt')
      for (const scripts of [true, false])
        test(`renews for a page and for an act, scripts ${scripts ? 'on' : 'off'}`, async ({ browser }) => {
          const page = await enter(browser, shop, scripts)
          await signIn(page, 'sam')
          await isInside(page)
          await page.goto('/support')
          await isOver(page)
          await page.reload()
          await expect(page.getByRole('heading', { name: 'Support' })).toBeVisible()
          await page.goto('/')
          await isOver(page)
          await add(page, 'Bread')
        })
  })

/** What a copy of the cookies is worth after a sign-out, and the cookies themselves after a forced one. */
const AFTER_THE_END: Record<Lane, (page: Page) => Promise<void>> = {
  cookie: (page) => isInside(page),
  session: (page) => isOutside(page),
  async jwt(page) {
    await isInside(page)
    await isOver(page)
    await page.reload()
    await isOutside(page)
  },
}

async function enter(browser: Browser, { origin }: BareShop, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto('/')
  await isOutside(page)
  return page
}

async function signIn(page: Page, who: keyof typeof PASSWORD, password = PASSWORD[who]) {
  await page.getByLabel('E-mail').fill(`${who}@shop.example`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** One more than there was: in the jwt lane a cart outlives its sign-in. */
async function add(page: Page, product: string) {
  const before = await cart(page)
  await page.getByRole('button', { name: `Add ${product}` }).click()
  await expect
    .poll(() => cart(page))
    .toEqual({ ...before, [product]: String(Number(before[product] ?? 0) + 1) })
}

async function cart(page: Page): Promise<Record<string, string>> {
  const lines = await page.getByRole('list', { name: 'Cart' }).getByRole('listitem').allTextContents()
  return Object.fromEntries(lines.map((line) => line.split(' × ').toReversed()))
}

const isInside = (page: Page) => expect(page.getByText(/^Signed in as/)).toBeVisible()
const isOutside = (page: Page) => expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

const accessCookie = async (page: Page): Promise<Cookie | undefined> =>
  (await page.context().cookies()).find(({ name }) => name.endsWith('access'))

/** The access token has expired, which the page was not told. */
async function isOver(page: Page) {
  const token = (await accessCookie(page))!.value
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
  await expect.poll(() => Date.now() / 1000, { timeout: (ACCESS_LIFE + 5) * 1000 }).toBeGreaterThan(exp)
}

/** Its whole life before it, so that the end of it comes after what follows. */
async function renewed(lane: Lane, page: Page) {
  if (lane === 'jwt') await isOver(page)
  await page.goto('/')
  await isInside(page)
}

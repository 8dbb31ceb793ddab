/** What the panel says about cookies against the browser: its own store, and the Cookie lines that it really sent. */
import type { BrowserContext, Request as BrowserRequest, Page } from '@playwright/test'
import { expect, LANES, type Lane, Site, test } from './fixtures'

interface Kept {
  name: string
  path: string
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Live panel' })

/** What the browser has, except what it sends with this request. */
async function unsentByBrowser(before: Kept[], request: BrowserRequest) {
  const line = (await request.allHeaders()).cookie ?? ''
  const sent = line.split('; ').map((pair) => pair.split('=')[0])
  const path = new URL(request.url()).pathname
  return before.filter((cookie) => !(sent.includes(cookie.name) && path.startsWith(cookie.path)))
}

async function storeOf(context: BrowserContext): Promise<Kept[]> {
  return (await context.cookies()).map(({ name, path }) => ({ name, path }))
}

/** From the lists of the panel: `data-because` is the reason. */
async function unsentByPanel(page: Page) {
  const region = page.getByRole('region', { name: 'Kept, but not sent with this request' })
  await expect(region).toBeVisible()
  const more = region.locator('details:not([open]) summary')
  if (await more.count()) await more.click()
  return region.getByRole('listitem').evaluateAll((items) =>
    items.map((item) => ({
      name: item.querySelector('b')!.textContent!,
      path: item.querySelector('b + span')!.textContent!.replace('Path=', ''),
      because: (item as HTMLElement).dataset.because!,
    })),
  )
}

const sorted = (cookies: Kept[]) => cookies.map(({ name, path }) => `${name} ${path}`).sort()

/** Presses, waits until the panel shows that exchange, and gives the request and the store from before. */
async function act(page: Page, lane: Lane, target: RegExp, press: () => Promise<void>) {
  const before = await storeOf(page.context())
  const asked = page.waitForRequest((one) => one.url().includes(`/api/${lane}/`) && target.test(one.url()))
  await press()
  const request = await asked
  await (await request.response())?.finished()
  const shown = new URL(request.url()).pathname.split('/').slice(5).join('/')
  await expect(panelOf(page)).toContainText(`${request.method()} ${shown}`)
  return { before, request }
}

/** A guest's cart in every lane, so that the browser has cookies of each. */
async function shopEverywhere(page: Page) {
  const id = await new Site(page).sandboxId()
  await page.evaluate(
    (urls) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ sku: 'pear', quantity: 1 })
      return Promise.all(urls.map((url) => fetch(url, { method: 'POST', headers, body })))
    },
    LANES.map((lane) => `/api/${lane}/${id}/phone/cart/items`),
  )
}

for (const lane of LANES) {
  test(`${lane}: kept and not sent is what the browser has and did not send`, async ({ page }) => {
    await new Site(page).openLane(`/${lane}`)
    await shopEverywhere(page)
    const acts: [RegExp, () => Promise<void>][] = [
      [/sign-in$/, () => page.getByRole('button', { name: 'Sign in', exact: true }).click()],
      [/cart\/items$/, () => new Site(page).shelf.getByRole('button').first().click()],
    ]
    for (const [target, press] of acts) {
      const { before, request } = await act(page, lane, target, press)
      const theirs = await unsentByBrowser(before, request)
      await expect.poll(async () => sorted(await unsentByPanel(page))).toEqual(sorted(theirs))
    }
    const panel = await unsentByPanel(page)
    expect(panel.length).toBeGreaterThan(3)
    expect(panel).toContainEqual({ name: '__Secure-owner', path: '/api/sandbox', because: 'path' })
    const refresh = panel.find(({ path }) => path.endsWith('/laptop/refresh'))
    if (lane === 'jwt') expect(refresh).toMatchObject({ name: '__Secure-refresh', because: 'path' })
  })
}

for (const lane of ['cookie', 'session'] as const) {
  test(`${lane}: a Set-Cookie line is expected first, and confirmed by the browser's next request`, async ({
    page,
  }) => {
    await new Site(page).openLane(`/${lane}`)
    await act(page, lane, /sign-in$/, () =>
      page.getByRole('button', { name: 'Sign in', exact: true }).click(),
    )
    const outcome = page.getByRole('listitem').filter({ hasText: 'Expected: stored until' })
    await expect(outcome).toHaveCount(1)
    await act(page, lane, /cart\/items$/, () => new Site(page).shelf.getByRole('button').first().click())
    await page.getByRole('button', { name: 'Step back' }).click()
    await expect(outcome.first()).toContainText('Confirmed by')
    await outcome
      .first()
      .getByRole('button', { name: /^step / })
      .last()
      .click()
    await expect(panelOf(page)).toContainText('POST cart/items')
  })
}

test('a cookie that the browser was made to forget is not called confirmed', async ({ page, context }) => {
  await new Site(page).openLane('/session')
  await act(page, 'session', /sign-in$/, () =>
    page.getByRole('button', { name: 'Sign in', exact: true }).click(),
  )
  await context.clearCookies({ name: '__Secure-session' })
  await act(page, 'session', /cart\/items$/, () => new Site(page).shelf.getByRole('button').first().click())
  const because = (await unsentByPanel(page)).map((one) => `${one.name} ${one.because}`)
  expect(because).toContain('__Secure-session withheld')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Expected: stored until' }).first(),
  ).toContainText('Not what was seen')
})

test('a cookie without SameSite: the panel says that the browser decides, and never Lax', async ({
  page,
}) => {
  const site = new Site(page)
  await site.openLane('/session')
  await site.control('/settings', 'PATCH', { session: { sameSite: 'absent' } })
  await act(page, 'session', /sign-in$/, () => site.button('Sign in').click())
  const cells = page.getByRole('row', { name: /^__Secure-session/ }).getByRole('button')
  await cells.nth(1).click()
  const why = page.getByRole('region', { name: 'Why: another site, __Secure-session' })
  await expect(why).toContainText('No SameSite: the browser decides.')
  await expect(why).toContainText('HttpOnly, Secure, no SameSite')
  await expect(panelOf(page)).not.toContainText('SameSite=')
})

test('a cookie of another program on this host is named as none of the lane’s, and not counted', async ({
  page,
  context,
}) => {
  const site = new Site(page)
  await site.openLane('/session')
  const added = page.getByRole('complementary').filter({ hasText: 'This exchange' })
  const signIn = () => act(page, 'session', /sign-in$/, () => site.button('Sign in').click())
  const addOne = () =>
    act(page, 'session', /cart\/items$/, () => new Site(page).shelf.getByRole('button').first().click())
  await signIn()
  await addOne()
  await expect(added).toContainText(/added to the request\s*70 B of/)
  await context.addCookies([
    { name: 'shop-analytics', value: 'k'.repeat(180), domain: 'localhost', path: '/' },
  ])
  await addOne()
  await expect(added).toContainText(/added to the request\s*70 B of/)
  await expect(added).toContainText(/not this lane’s\s*197 B, not counted: shop-analytics/)
  const line = page.getByRole('listitem').filter({ hasText: 'shop-analytics=' })
  await expect(line).toContainText('not this lane’s')
  await expect(line).toContainText('__Secure-session=')
})

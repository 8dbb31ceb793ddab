/** Accessibility, keyboard, small screens, and browsers that cannot run the site. */

import { accessibilityFaults } from './accessible'
import { expect, Site, test } from './fixtures'

const PAGES = ['/', '/cookie', '/session', '/jwt']

for (const path of [...PAGES, ...PAGES.map((page) => `/ko${page === '/' ? '' : page}`)]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const policy: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) policy.push(message.text())
      })
      await page.goto(path)
      await expect(page.locator('main').getByRole('button').first()).toBeEnabled()
      await expect.poll(async () => (await new Site(page).exchanges()).length).toBeGreaterThan(0)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(policy).toEqual([])
    })
  }
}

test('the whole story by keyboard', async ({ site, page }) => {
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await site.button('Sign in as Mina').focus()
  await page.keyboard.press('Enter')
  await expect(site.lane('jwt').getByText('Mina Park')).toBeVisible()
  await page.getByRole('button', { name: /Force sign-out everywhere/ }).focus()
  await page.keyboard.press('Space')
  await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
  await page.getByRole('tab', { name: 'Evidence' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Wire' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-selected', 'true')
  const slider = page.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText(/^Step 1 of/).first()).toBeVisible()
  await page.keyboard.press('End')
})

for (const [name, id] of [
  ['Skip to content', 'main'],
  ['Skip to the panel', 'panel'],
  ['Skip to the timeline', 'timeline'],
] as const)
  test(`${name}: the next stop is in it`, async ({ site, page }) => {
    await expect(site.button('Add Apple')).toBeEnabled()
    await page.getByRole('link', { name }).press('Enter')
    await page.keyboard.press('Tab')
    const within = await page.evaluate(
      (part) => document.getElementById(part)?.contains(document.activeElement),
      id,
    )
    expect(within).toBe(true)
  })

for (const width of [1440, 1024, 390, 320]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    for (const path of [...PAGES, '/ko', '/ko/jwt']) {
      await page.goto(path)
      await expect(page.locator('main').getByRole('button').first()).toBeEnabled()
      await expect.poll(async () => (await new Site(page).exchanges()).length).toBeGreaterThan(0)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ path, width, wider }).toEqual({ path, width, wider: 0 })
    }
  })
}

test('without JavaScript: one clear sentence', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByText(/needs JavaScript/)).toBeVisible()
  await page.goto('/ko')
  await expect(page.getByText(/JavaScript/).first()).toBeVisible()
  await context.close()
})

test('with cookies blocked: one clear sentence, and no sandbox after sandbox', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  let created = 0
  // The browser is told to keep none: scripts set nothing, and the answer arrives without the line.
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
  })
  await page.route('**/api/sandbox', async (route) => {
    if (route.request().method() === 'POST') created++
    const response = await route.fetch()
    const { 'set-cookie': _, ...headers } = response.headers()
    await context.clearCookies()
    await route.fulfill({ response, headers })
    await context.clearCookies()
  })
  await page.goto('/')
  await expect(page.getByText(/kept no cookie/)).toBeVisible()
  expect(created).toBe(1)
  await context.close()
})

test('a sandbox that ends while its page is open says so, and one click opens a new one', async ({
  site,
  page,
}) => {
  await site.control('', 'DELETE')
  await expect(page.getByText('This sandbox has ended, and everything in it is gone.')).toBeVisible()
  await page.getByRole('button', { name: 'Open a new one' }).click()
  await expect(site.button('Add Apple')).toBeEnabled()
})

/** The evidence in sight: how much of the panel shows without scrolling, that nothing jumps, and that no focus lies under what sticks. */
import type { Page } from '@playwright/test'
import { expect, LANES, Site, test } from './fixtures'

/** Pixels of the panel, without its bar of views, above what sticks below it. */
function panelInSight(): number {
  const element = document.querySelector('[id^="view-panel-"]') ?? document.querySelector('#panel')!
  const panel = element.getBoundingClientRect()
  const strip = document.querySelector('#timeline')
  const isStuck = strip !== null && getComputedStyle(strip).position === 'sticky'
  const floor = isStuck ? Math.min(innerHeight, strip.getBoundingClientRect().top) : innerHeight
  return Math.round(
    Math.min(Math.max(panel.bottom, element.closest('#panel')!.getBoundingClientRect().bottom), floor) -
      Math.max(panel.top, 0),
  )
}

const inSight = (page: Page, least: number) =>
  expect.poll(() => page.evaluate(panelInSight)).toBeGreaterThanOrEqual(least)

const SIZES = [
  { width: 1440, height: 900, compare: 480, lane: 560 },
  { width: 1366, height: 768, compare: 390, lane: 440 },
  { width: 1280, height: 720, compare: 340, lane: 390 },
  { width: 390, height: 844, compare: 360, lane: 360 },
]

for (const { width, height, compare, lane } of SIZES)
  test(`the panel is in sight at ${width}x${height}, before and after a forced sign-out`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height })
    await inSight(page, compare)
    await site.act('Add Apple', 'cart.add')
    await site.act('Sign in as Mina', 'sign-in')
    await page.getByRole('button', { name: /^Force sign-out/ }).click()
    // On a phone another lane's tab is chosen.
    await expect(page.locator('#lane-panel-session').getByText('Refused at once')).toBeAttached()
    await inSight(page, compare)
    for (const path of LANES) {
      await site.openLane(`/${path}`)
      await inSight(page, lane)
    }
  })

test('nothing jumps while the page wakes up', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!entry.hadRecentInput) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await new Site(page).open()
  await expect.poll(async () => (await new Site(page).exchanges()).length).toBe(LANES.length)
  await expect(page.getByText('GET /api/jwt/').first()).toBeVisible()
  const shift = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)
  expect(shift).toBeLessThanOrEqual(0.05)
})

/** What the focus is on, if something that sticks, or is fixed, is drawn over its middle or one of its corners. */
function coveredHere(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  if (right - left < 2 || bottom - top < 2) return null
  const sticks = (element: Element | null): Element | null => {
    for (let at = element; at; at = at.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return at
    return null
  }
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    ...[left + 2, right - 2].flatMap((x) => [top + 2, bottom - 2].map((y) => [x, y])),
  ]
  for (const [x, y] of points) {
    const over = sticks(document.elementFromPoint(x!, y!))
    if (over && !over.contains(focused)) return `${focused.outerHTML.slice(0, 300)} under ${over.tagName}`
  }
  return null
}

for (const path of ['/', '/session', '/jwt'])
  for (const [width, height] of [
    [1280, 720],
    [640, 360],
    [320, 256],
  ] as const)
    test(`no focus is covered on ${path} at ${width}x${height}`, async ({ page, site }) => {
      test.slow()
      await site.act('Sign in as Mina', 'sign-in')
      await page.setViewportSize({ width, height })
      await page.goto(path)
      await expect(page.locator('main').getByRole('button').first()).toBeEnabled()
      await expect(page.locator('#panel')).toContainText('GET /api/')
      const covered: string[] = []
      for (let stop = 0; stop < 200; stop++) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate(coveredHere)
        if (found) covered.push(found)
        if (await page.evaluate(() => document.activeElement === document.body)) break
      }
      expect(covered).toEqual([])
    })

test('minus to nothing and signing in again leave the focus at the verdict of their lane', async ({
  page,
  site,
}) => {
  await site.act('Add Apple', 'cart.add')
  const lane = site.lane('session')
  await lane.getByRole('button', { name: /1 Apple/ }).click()
  await lane.getByRole('button', { name: 'one Apple less, session only' }).press('Enter')
  await expect(lane.getByText('The cart is empty.').first()).toBeVisible()
  await expect(page.locator('#result-session')).toBeFocused()
  await site.act('Sign in as Mina', 'sign-in')
  await page.getByRole('button', { name: /^Force sign-out/ }).click()
  await lane.getByRole('button', { name: 'Sign in again' }).press('Enter')
  await expect(lane.getByText('Mina Park')).toBeVisible()
  await expect(page.locator('#result-session')).toBeFocused()
})

test('a page loaded anew after a forced sign-out does not say that its token lives', async ({
  page,
  site,
}) => {
  await site.act('Sign in as Mina', 'sign-in')
  await page.getByRole('button', { name: /^Force sign-out/ }).click()
  const jwt = site.lane('jwt')
  await expect(jwt.getByText(/Within 60.s: in 0:/)).toBeVisible()
  await site.open()
  await expect(jwt.getByText('The token was lost with the reload; its renewal was refused.')).toBeVisible()
  await expect(jwt.getByText(/in 0:/)).toHaveCount(0)
})

test('for a room: large, without a frame, remembered by the tab, left by Escape', async ({ page, site }) => {
  const frame = page.getByRole('banner')
  await page.keyboard.press('Alt+p')
  await expect(frame).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await site.open()
  await expect(frame).toBeHidden()
  await expect(page.getByRole('button', { name: /^Projector/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(frame).toBeVisible()
  await page.getByRole('button', { name: /^Projector/ }).press('Enter')
  await expect(frame).toBeHidden()
  await expect(page.getByRole('button', { name: /^Projector/ })).toBeFocused()
})

test('on a phone what lies behind a tab comes when somebody is there', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/session')
  await expect(page.getByRole('slider')).toBeVisible()
  const dials = page.locator('#lane-panel-shop').getByRole('heading', { name: /^Dials/, includeHidden: true })
  await expect(dials).toHaveCount(0)
  await page.mouse.move(100, 100)
  await expect(dials).toHaveCount(1)
})

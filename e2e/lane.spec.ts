/** One lane's own page, as somebody meets it who presses keys, listens, or has a phone. */
import type { Page } from '@playwright/test'
import { expect, type Site, test } from './fixtures'

const hasFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName)
const told = (page: Page) => page.getByRole('status').first()

/** What the browser hands to assistive technology. */
async function accessTree(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '').trim() }))
}

async function signIn(site: Site) {
  const { page } = site
  await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

test('the focus is never lost: signing in and out, ending a sign-in in the list and at the desk', async ({
  site,
}) => {
  const { page } = site
  await site.openLane('/session?device=phone')
  await signIn(site)
  await expect.poll(() => hasFocus(page)).toBe('h-account')
  await site.openLane('/session?device=laptop')
  await signIn(site)

  const list = page.getByRole('button', { name: 'Ask the shop Devices' })
  await list.press('Enter')
  await page.getByRole('button', { name: 'End the sign-in on phone' }).press('Enter')
  await expect(page.getByRole('button', { name: 'End the sign-in on phone' })).toHaveCount(0)
  await expect.poll(() => hasFocus(page)).toBe('ask-devices')

  await page.getByRole('heading', { name: 'Force sign-out in this lane' }).click()
  await page.getByRole('button', { name: 'Look at the rows' }).press('Enter')
  await page.getByRole('button', { name: 'Force sign-out of mina on laptop' }).press('Enter')
  await expect(page.getByText('Nobody is signed in in this lane.')).toBeVisible()
  await expect.poll(() => hasFocus(page)).toBe('end-look')

  await signIn(site)
  await page.getByRole('button', { name: 'Sign out' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect.poll(() => hasFocus(page)).toBe('h-account')
})

for (const path of ['/cookie', '/ko/session', '/jwt'])
  test(`${path}: every control has a name, and no two landmarks have the same`, async ({ site, page }) => {
    await site.openLane(path)
    await site.shelf.getByRole('button').first().click()
    await expect(page.locator('#lane-panel-wire')).toContainText('POST')
    const nodes = await accessTree(page)
    const controls = nodes.filter(({ role }) =>
      /^(button|link|radio|tab|textbox|combobox|slider|spinbutton)$/.test(role),
    )
    expect(controls.length).toBeGreaterThan(20)
    expect(controls.filter(({ name }) => name === '')).toEqual([])
    const landmarks = nodes.filter(({ role }) =>
      /^(region|navigation|complementary|main|banner|contentinfo)$/.test(role),
    )
    const places = landmarks.map(({ role, name }) => `${role} ${name}`)
    expect(places.toSorted()).toEqual([...new Set(places)].toSorted())
  })

test('the link to the place is copied, and the page says so in its one line', async ({
  site,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await site.openLane('/session?device=phone')
  await page.getByRole('button', { name: 'Link to this place' }).click()
  await expect(told(page)).toContainText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/session\?device=phone$/)
})

test('a dial of an address is in sight, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/jwt#dial-jwt-accessLife')
  const dial = page.getByRole('group', { name: /^Life of the access token/ })
  await expect(dial).toBeInViewport()
  await expect(dial).toBeFocused()
})

test('on a phone the acts stand above the evidence, and each tab shows its part alone', async ({
  site,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/jwt')
  await page.getByRole('button', { name: 'Add Apple' }).click()
  const part = (view: string) => page.locator(`#lane-panel-${view}`)
  for (const [tab, view] of [
    ['Wire', 'wire'],
    ['Steps', 'steps'],
    ['Stored', 'stored'],
    ['Exposed', 'exposed'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(part(view)).toBeVisible()
    for (const other of ['wire', 'steps', 'stored', 'exposed'].filter((one) => one !== view))
      await expect(part(other)).toBeHidden()
  }
  await page.getByRole('tab', { name: 'Shop' }).click()
  await expect(site.shelf).toBeVisible()
  await expect(page.getByRole('region', { name: 'Live panel' })).toBeHidden()
})

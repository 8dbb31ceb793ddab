/** /choose: answers in the address, the ranking beside them, and what can be taken along. What it ranks by is held by lib/choose. */
import { readFileSync } from 'node:fs'
import { accessibilityFaults } from './accessible'
import { expect, test } from './fixtures'

for (const [path, width, colorScheme] of [
  ['/choose?bite=at-once&holder=browser&stale=never', 1280, 'light'],
  ['/ko/choose?bite=minute&believers=others&store=must-not', 390, 'dark'],
] as const) {
  test(`${path} at ${width} pixels: nothing sideways, axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(path)
    await expect(page.getByRole('table').first()).toBeVisible()
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
}

test('answers by keyboard, in the address, there again after a way to the lab and back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('/choose')
  const ranking = page.getByRole('region', { name: 'What fits' })
  await expect(ranking).toContainText('Answer one question')
  await page.getByRole('radio', { name: 'At the next request', exact: true }).press('Space')
  await page.getByRole('radio', { name: 'No. A change counts at the next request' }).press('Space')
  await expect(page).toHaveURL(/\/choose\?bite=at-once&stale=never$/)
  await expect(ranking.getByRole('status')).toHaveText(/^session fits best/)
  const beside = await page.getByRole('heading', { name: 'Eight questions' }).boundingBox()
  expect((await ranking.boundingBox())!.x).toBeGreaterThan(beside!.x + beside!.width)

  await ranking
    .getByRole('link', { name: /^Password and role, .*the old one/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/labs\/x15-password-and-role/)
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'At the next request', exact: true })).toBeChecked()
  await expect(ranking.getByRole('status')).toHaveText(/^session fits best/)
})

test('one at a time, and an address with an answer that there is not', async ({ page }) => {
  await page.goto('/choose?bite=at-once&state=huge')
  await expect(page.getByRole('alert').filter({ hasText: 'question 5' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'At the next request', exact: true })).not.toBeChecked()
  await page.getByRole('radio', { name: 'One at a time' }).press('Space')
  await expect(page.getByRole('group')).toHaveCount(1)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('group', { name: /^2\. / })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused()
})

test('the record is made here and has the links', async ({ page }) => {
  await page.goto('/choose?bite=at-once&believers=one')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download it' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain(page.url())
  expect(text).toMatch(/\(http:\/\/[^)]+\/labs\/x13-forced-sign-out\?position=denylist\)/)
  for (const id of ['7.1.1', '7.1.2', '7.1.3']) expect(text).toContain(`### ${id}`)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('answers are sent with a button', async ({ page }) => {
    await page.goto('/choose')
    await page.getByRole('radio', { name: 'Within a minute' }).check()
    await page.getByRole('button', { name: 'Show the ranking' }).click()
    await expect(page).toHaveURL(/bite=minute/)
    await expect(page.getByText('session, jwt', { exact: false }).first()).toBeVisible()
  })
})

/** The same shop, the same steps, in each lane. */
import { expect, LANES, test } from './fixtures'

for (const lane of LANES) {
  test(`${lane}: a guest fills a cart, signs in, checks out and signs out`, async ({ page, site }) => {
    await page.goto(`/${lane}`)
    const shop = page.getByRole('region', { name: 'Shop', exact: true })
    const account = page.getByRole('region', { name: 'Account' })
    const answer = (action: string) =>
      expect.poll(
        async () => (await site.exchanges()).findLast((one) => one.action === action)?.response?.status,
      )

    await shop.getByRole('button', { name: /^Apple/ }).click()
    await expect(shop.getByText('Total').locator('..')).toContainText('€0.60')

    await account.getByRole('button', { name: 'Sign in' }).click()
    await expect(account.getByText('Mina Park')).toBeVisible()
    await expect(shop.getByText('Total').locator('..')).toContainText('€0.54')

    await page.reload()
    await expect(account.getByText('Mina Park')).toBeVisible()
    await expect(shop.getByText('Total').locator('..')).toContainText('€0.54')

    await shop.getByRole('button', { name: 'Check out' }).click()
    await answer('checkout').toBe(201)
    await expect(shop.getByText(/^The cart is empty. Press/)).toBeVisible()

    await account.getByRole('button', { name: 'Sign out' }).click()
    await answer('sign-out').toBe(204)
    await expect(account.getByRole('button', { name: 'Sign in' })).toBeVisible()
  })
}

test('one act goes to all three lanes, as one step', async ({ site, page }) => {
  await site.act('Add Apple', 'cart.add')
  for (const lane of LANES) await expect(site.lane(lane).getByText('€0.60').first()).toBeVisible()
  await site
    .lane('session')
    .getByRole('button', { name: /1 Apple/ })
    .click()
  await site.lane('session').getByRole('button', { name: 'one Apple more, session only' }).click()
  await expect(site.lane('session').getByText('€1.20').first()).toBeVisible()
  await expect(site.lane('jwt').getByText('€0.60').first()).toBeVisible()
  await expect(page.getByText(/^Step \d+/).first()).toBeVisible()
})

test('ten quick clicks are ten adds, in every lane', async ({ site }) => {
  for (let click = 0; click < 10; click++) await site.button('Add Apple').click({ delay: 0 })
  for (const lane of LANES) await expect(site.lane(lane).getByText('€6.00').first()).toBeVisible()
})

test('start over asks first; then everything is gone, and the focus is at the title', async ({
  site,
  page,
}) => {
  await site.act('Add Apple', 'cart.add')
  const before = await site.sandboxId()
  const dialog = page.getByRole('dialog', { name: 'Start over?' })
  await site.button('Start over').press('Enter')
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(site.button('Start over')).toBeFocused()
  expect(await site.sandboxId()).toBe(before)
  await site.button('Start over').press('Enter')
  await dialog.getByRole('button', { name: 'Start over' }).press('Enter')
  await expect
    .poll(async () => (await site.control<{ sandbox?: { id: string } }>('')).body?.sandbox?.id)
    .not.toBe(before)
  await expect(site.button('Add Apple')).toBeEnabled()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(site.lane('session').getByText('The cart is empty.')).toBeVisible()
})

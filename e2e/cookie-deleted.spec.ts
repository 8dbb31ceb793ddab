/** A lane's cookie is gone behind the page's back: who is signed in on the page is what the newest exchange says. */
import { COOKIE_NAME, expect, type Lane, test } from './fixtures'

const deleted = async (site: { page: import('@playwright/test').Page }, lane: Lane) =>
  site.page.context().clearCookies({ name: COOKIE_NAME[lane] })

for (const lane of ['session', 'cookie'] as const)
  test(`${lane}: the first answer without the cookie is a guest’s, in every tab`, async ({ site, page }) => {
    await page.goto(`/${lane}`)
    const shop = page.getByRole('region', { name: 'Shop', exact: true })
    const account = page.getByRole('region', { name: 'Account' })
    const apple = shop.getByRole('button', { name: /^Apple/ })
    await account.getByRole('button', { name: 'Sign in' }).click()
    await expect(shop.getByText('Mina Park')).toBeVisible()
    await apple.click()
    await account.getByRole('button', { name: 'Ask the shop' }).last().click()
    await expect(account.getByText('No orders yet.')).toBeVisible()
    const other = await page.context().newPage()
    await other.goto('/')
    const otherShop = other.getByRole('region', { name: new RegExp(`${lane}$`) })
    await expect(otherShop.getByText('Mina Park').first()).toBeVisible()

    await deleted(site, lane)
    await apple.click()
    await expect(shop.getByText('Guest')).toBeVisible()
    await expect(account.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(account.getByText('No orders yet.')).toHaveCount(0)
    await expect(otherShop.getByText('Guest').first()).toBeVisible()

    // Signed in again, and out again by a request that needs a customer.
    await account.getByRole('button', { name: 'Sign in' }).click()
    await expect(shop.getByText('Mina Park')).toBeVisible()
    await deleted(site, lane)
    await shop.getByRole('button', { name: 'Check out' }).click()
    await expect(shop.getByText('Guest')).toBeVisible()
  })

/** A file that the page needs later and cannot be fetched: offline, or gone with the build that the page is of. */
import type { Page } from '@playwright/test'
import { expect, LANES, Site, test } from './fixtures'

const MISSING = /^This part of the page could not be fetched\./

/** Only what the page itself names comes. @returns from now on everything comes */
async function withoutLaterFiles(page: Page, path: string): Promise<() => Promise<void>> {
  const html = await (await page.request.get(path)).text()
  const named = new Set(html.match(/\/_next\/static\/chunks\/[\w.-]+/g))
  const files = '**/_next/static/chunks/*'
  await page.route(files, (route) =>
    named.has(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  )
  return () => page.unroute(files)
}

test('parts that do not come say so, the shop works, and they come by themselves', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const site = new Site(page)
  const heal = await withoutLaterFiles(page, '/')
  await site.open('/#do=add:pear')
  await page.getByRole('button', { name: 'Add Apple' }).click()
  for (const lane of LANES) await expect(site.lane(lane).getByText('€0.60').first()).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText(MISSING)).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText(MISSING)).toBeVisible()
  await heal()
  // The browser tells that it is online again.
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect(
    page.getByRole('tabpanel').getByText(/^POST \/api\/session\/.*\/cart\/items HTTP/),
  ).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Do nothing' }).click()
  await expect(page.getByRole('slider')).toBeVisible()
  await expect(page.getByText(MISSING)).toHaveCount(0)
  expect(errors).toEqual([])
})

test('a page whose sandbox is opened by a file that does not come says so, and opens once it does', async ({
  page,
}) => {
  const heal = await withoutLaterFiles(page, '/labs')
  await page.goto('/labs')
  await expect(page.getByText('The sandbox was not opened. Try again in a moment.')).toBeVisible()
  await heal()
  await expect(page.getByRole('button', { name: /^Run/ }).first()).toBeEnabled()
  await expect(page.getByText('The sandbox was not opened. Try again in a moment.')).toHaveCount(0)
})

test('a lab whose player does not come can be run once it does', async ({ page }) => {
  const path = '/labs/x03-attributes'
  await page.goto(path)
  const run = page.getByRole('button', { name: /^Run/ }).first()
  await expect(run).toBeEnabled()
  const heal = await withoutLaterFiles(page, path)
  await run.click()
  await expect(page.getByText(/^A file of this page could not be fetched/).first()).toBeVisible()
  await heal()
  await run.click()
  await expect(page.getByText(/^Done\b|acts done/).first()).toBeVisible({ timeout: 45_000 })
})

test('a page whose files are lost is reloaded, and nobody is told to start over', async ({ page }) => {
  const site = new Site(page)
  await site.open()
  const id = await site.sandboxId()
  const heal = await withoutLaterFiles(page, '/')
  await page.getByRole('link', { name: 'Workbench', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'A file of this page did not come' })).toBeVisible()
  await expect(page.locator('main').getByText(/start over/i)).toHaveCount(0)
  await heal()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('button', { name: 'Open what it holds' })).toBeEnabled()
  expect(await site.sandboxId()).toBe(id)
})

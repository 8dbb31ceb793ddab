/** Two cells behind a real proxy that ends TLS, as a browser meets them. Where HAProxy is not installed nothing of it is tried. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import shop from '@/lib/i18n/messages/en/shop.json' with { type: 'json' }
import { isInstalled } from '../scripts/cells/haproxy'
import { type CellSite, cellSite } from '../scripts/cells/site'
import { tellDrain } from '../scripts/drain'
import { freePort } from '../scripts/serve'
import { certificate } from '../scripts/tls'
import { LABS } from './all-labs'
import { expect, LANES, Site, test } from './fixtures'
import { LabPage } from './lab-page'

let folder: string
let cells: CellSite

test.describe.configure({ mode: 'serial', timeout: 300_000 })

test.beforeAll(async () => {
  test.skip(!(await isInstalled()), 'HAProxy is not installed (Debian: apt-get install haproxy)')
  folder = mkdtempSync(join(tmpdir(), 'remember-me-cells-'))
  const { key, cert } = await certificate()
  const file = join(folder, 'proxy.crt')
  writeFileSync(file, cert)
  writeFileSync(join(folder, 'proxy.key'), key)
  const { DATA_DIR: _, ...env } = process.env
  cells = await cellSite({
    ...{ port: await freePort(), folder, certificate: file, output: false },
    ...{ names: ['a', 'b'], env: { ...env, RATE_LIMIT_SCALE: '1000' } },
  })
  await cells.start()
})

test.afterAll(async () => {
  if (!cells) return
  await cells.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function visitor(browser: Browser) {
  const context = await browser.newContext({ baseURL: cells.origin, ignoreHTTPSErrors: true })
  await context.addInitScript(() => localStorage.setItem('remember-me:path', 'done'))
  const site = new Site(await context.newPage())
  await site.open()
  const id = await site.sandboxId()
  return {
    site,
    context,
    page: site.page,
    id,
    cell: cells.cells.find(({ name }) => id.startsWith(`${name}-`))!,
  }
}

test('newcomers go to each cell in turn, and the forced sign-out comes out in both as it does in one', async ({
  browser,
}) => {
  const visitors = [await visitor(browser), await visitor(browser)]
  expect(new Set(visitors.map(({ cell }) => cell.name))).toEqual(new Set(['a', 'b']))
  for (const { site, page, context } of visitors) {
    await site.act('Sign in as Mina', 'sign-in')
    await site.act('Add Apple', 'cart.add')
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    await expect(site.lane('cookie').getByText('Still signed in')).toBeVisible()
    await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
    await expect(site.lane('jwt').getByText(/Renewing is refused already/)).toBeVisible()
    await page.getByRole('button', { name: 'Turn the server clock 15 minutes on' }).click()
    await expect(site.lane('jwt').getByText('Refused at expiry')).toBeVisible()
    await context.close()
  }
})

test('heads are as the proxy sent them, and fields are written as they were', async ({ browser }) => {
  const { site, context } = await visitor(browser)
  await site.act('Sign in as Mina', 'sign-in')
  const last = (await site.exchanges()).find(
    ({ strategy, action }) => strategy === 'session' && action === 'sign-in',
  )!
  const { request } = await site.exchange(last.id)
  const names = request.headers.map(([name]) => name)
  for (const name of ['Host', 'User-Agent', 'Content-Type', 'X-Forwarded-For', 'Sec-Fetch-Site'])
    expect(names).toContain(name)
  await context.close()
})

test('a lab with a page of the other site is played through the proxy', async ({ browser }) => {
  const { page, context } = await visitor(browser)
  const lab = LABS.find(({ id }) => id === 'X11')!
  const here = new LabPage(page, lab)
  await here.open()
  await here.run()
  await here.shows(lab.positions[0]!)
  await context.close()
})

test('a cell that is killed is back with its sandboxes, and its page comes back by itself', async ({
  browser,
}) => {
  const { site, page, cell, id, context } = await visitor(browser)
  await site.act('Add Apple', 'cart.add')
  await cell.kill()
  await expect(page.getByText(shop.phase.reconnecting).first()).toBeVisible()
  await cell.start()
  await expect(page.getByText(shop.phase.reconnecting)).toHaveCount(0, { timeout: 60_000 })
  await site.act('Add Apple', 'cart.add')
  expect(await site.sandboxId()).toBe(id)
  for (const lane of LANES) {
    const answer = await page.request.get(`/api/${lane}/${id}/laptop/cart`)
    // An access token is in the memory of the page.
    if (lane !== 'jwt') expect((await answer.json()).lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
  }
  await context.close()
})

test('a page is told that its cell is taken away, and opens its next sandbox in another', async ({
  browser,
}) => {
  const { site, page, cell, context } = await visitor(browser)
  tellDrain(cell.folder, Date.now() + 20_000)
  const [before] = shop.phase.closing.split('{until}')
  await expect(page.getByText(before!).first()).toBeVisible()
  await site.act('Add Apple', 'cart.add')
  await expect(page.getByText(shop.phase.ended).first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: shop.phase['ended-act'] }).first().click()
  await expect(page.getByText(shop.phase.ended)).toHaveCount(0)
  await expect(site.button('Add Apple').first()).toBeEnabled()
  await site.act('Add Apple', 'cart.add')
  expect(await site.sandboxId()).not.toMatch(new RegExp(`^${cell.name}-`))
  await context.close()
})

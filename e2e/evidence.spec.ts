/** The first view of the panel: what differs between the lanes, and what the last act changed in each store. */
import type { Locator } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { expect, LANES, type Lane, type Site, test } from './fixtures'

const WORDS = {
  en: {
    table: /^Evidence: what differs/,
    event: /^Evidence: forced sign-out of mina@/,
    stored: /^stored/,
    close: 'Close',
  },
  ko: {
    table: /^증거: 레인마다/,
    event: /^증거: mina@shop\.example 강제 로그아웃/,
    stored: /^저장 상태/,
    close: '닫기',
  },
}

async function afterForce(site: Site) {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  await site.act('Force sign-out everywhere', 'cart.read')
}

const rowOf = (table: Locator, name: string | RegExp) =>
  table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) })
const cell = (row: Locator, lane: Lane) => row.getByRole('cell').nth(LANES.indexOf(lane))

/** The desk's act as the server tells of it. */
const forced = async (site: Site) =>
  (await site.control<{ desk: { at: string; changed: object }[] }>('/exchanges?after=0')).body.desk.at(-1)!

for (const locale of ['en', 'ko'] as const) {
  test(`after a forced sign-out: heads that differ, rows before and after, ${locale}`, async ({
    site,
    page,
  }) => {
    await afterForce(site)
    // How many steps a first visit takes is not ours to say: the bar does, once it shows the reads.
    const bar = page.locator('#panel')
    await expect(bar).toContainText(/Step \d+\s*GET cart/)
    const step = /Step (\d+)/.exec((await bar.textContent())!)![1]
    if (locale === 'ko') await page.goto(`/ko?step=${step}`)
    const table = page.getByRole('table', { name: WORDS[locale].table })
    await expect(table.getByRole('columnheader')).toHaveText([/.+/, ...LANES])

    const reads = (await site.exchanges()).filter(({ action }) => action === 'cart.read').slice(-3)
    const byLane = Object.fromEntries(reads.map((one) => [one.strategy, one]))
    for (const lane of LANES) {
      const { request, response } = byLane[lane]!
      await expect(cell(table.getByRole('row').nth(2), lane)).toContainText(`GET ${request.target} HTTP/1.1`)
      await expect(table.getByText(`HTTP/1.1 ${response!.status} ${response!.reason}`).first()).toBeVisible()
    }
    const credential = rowOf(table, locale === 'en' ? 'credential' : '자격 증명').first()
    await expect(cell(credential, 'cookie')).toContainText('Cookie: __Secure-visit=')
    await expect(cell(credential, 'session')).toContainText('Cookie: __Secure-session=')
    await expect(cell(credential, 'jwt')).toContainText('Authorization: Bearer ')
    await expect(cell(rowOf(table, 'www-authenticate'), 'session')).toContainText('Cookie realm=')

    const stored = rowOf(table, WORDS[locale].stored)
    await expect(cell(stored, 'session').locator('s')).toContainText('userId mina')
    await expect(cell(stored, 'jwt').locator('s').first()).toContainText('endedAt NULL')
    await expect(cell(stored, 'jwt')).toContainText('forced')
    await expect(cell(stored, 'cookie').locator('s')).toHaveCount(0)
    expect(await accessibilityFaults(page, '[role=tabpanel]')).toEqual([])
  })
}

test('what is alike folds once for all lanes, and opens', async ({ site, page }) => {
  await afterForce(site)
  const fold = page.getByRole('button', { name: /lines, alike in all three$/ }).first()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await expect(fold).toBeFocused()
  await expect(
    page.getByRole('table', { name: WORDS.en.table }).getByText('Host:', { exact: true }),
  ).toHaveCount(1)
})

test('a forced sign-out opens like an exchange, and closes', async ({ site, page }) => {
  await afterForce(site)
  const act = await forced(site)
  expect(Object.keys(act.changed).sort()).toEqual(['jwt', 'session'])
  await page.locator('#panel').getByRole('button', { name: 'forced sign-out', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'Evidence' })).toBeFocused()
  const table = page.getByRole('table', { name: WORDS.en.event })
  const stored = rowOf(table, WORDS.en.stored)
  await expect(cell(stored, 'session').locator('s')).toContainText('userId mina')
  await expect(cell(stored, 'session')).toContainText('row deleted')
  await expect(cell(stored, 'jwt')).toContainText('forced')
  expect(await accessibilityFaults(page, '[role=tabpanel]')).toEqual([])
  await page.getByRole('tab', { name: 'Wire' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('No request')
  await page.getByRole('button', { name: WORDS.en.close, exact: true }).click()
  await expect(page.getByRole('tabpanel')).not.toContainText('No request')
})

test('Stored shows the row that was, and what is there now', async ({ site, page }) => {
  await afterForce(site)
  await page.getByRole('tab', { name: 'Stored' }).click()
  const server = page.getByRole('region', { name: 'session, server' })
  await expect(server.locator('s')).toContainText('userId mina')
  await expect(server).toContainText('row deleted')
  await expect(server).toContainText('The server holds nothing of this lane.')
  expect(await accessibilityFaults(page, '[role=tabpanel]')).toEqual([])
})

test('the open tab alone names a panel, and arrow keys walk them', async ({ page, site }) => {
  await afterForce(site)
  const tabs = page.getByRole('tablist', { name: 'View' }).getByRole('tab')
  await expect(tabs).toHaveText(['Evidence', 'Wire', 'Steps', 'Stored', 'Exposed'])
  await tabs.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(tabs.nth(1)).toBeFocused()
  const named = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('aria-controls')))
  expect(named).toEqual([null, 'view-panel-wire', null, null, null])
})

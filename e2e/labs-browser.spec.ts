/** Labs that only a browser or the built server can prove, in this browser: the table on screen is what the definition expects. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { lanesOf } from '@/lib/labs/lab'
import { LABS } from './all-labs'
import { expect, LANES, test } from './fixtures'
import { LabPage } from './lab-page'

const { PORT = '3000' } = process.env
const attacker = `http://127.0.0.1:${PORT}`

const browserLabs = LABS.filter((lab) => lab.place === 'browser' || lab.ofFramework)
const labOf = (id: string) => browserLabs.find((lab) => lab.id === id)!

test.describe.configure({ timeout: 300_000 })

for (const lab of browserLabs)
  for (const position of lab.positions)
    test(`${lab.slug}, ${position.id}: what is expected, and nothing is left behind`, async ({
      page,
      context,
    }) => {
      const here = new LabPage(page, lab)
      await here.open(`?position=${position.id}`)
      await here.run()
      await here.shows(position)
      await expect(here.outcomes()).toHaveCount(lanesOf(position).length * lab.moments.length)
      const cookies = async () => (await context.cookies()).map(({ name }) => name)
      await expect.poll(cookies).toEqual(['__Secure-owner'])
      const keys = () =>
        page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('lab-token')))
      await expect.poll(keys).toEqual([])
      // The document's own count: page.frames() can keep a removed frame whose answer may not be framed.
      expect(await page.evaluate(() => window.length)).toBe(0)
    })

test('X11 names the field that decided, as this browser has sent it', async ({ page }) => {
  const here = new LabPage(page, labOf('X11'))
  await here.open()
  await here.run()
  const said = (cell: string) => page.locator(`[id="${cell}"] [data-decided]`)
  for (const lane of LANES) {
    await expect(said(`${lane}.form`)).toContainText(`Sec-Fetch-Site: cross-site; Origin: ${attacker}`)
    await expect(said(`${lane}.frame`)).toContainText(`Sec-Fetch-Site: cross-site; Origin: ${attacker}`)
    await expect(said(`${lane}.sandboxed`)).toContainText('Sec-Fetch-Site: cross-site; Origin: null')
    await expect(said(`${lane}.link`)).toHaveText(
      here.ui('decided.read').replace('{signal}', 'Sec-Fetch-Site: cross-site'),
    )
    await expect(said(`${lane}.fetch`)).toHaveText(here.ui('decided.preflight'))
  }
})

test('the overflow tries nothing where another server has cookies on that host: ports do not separate them', async ({
  page,
  context,
}) => {
  const other = createServer((_, response) => {
    response.setHeader('Set-Cookie', 'of-another-port=1; Path=/')
    response.end('set')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const visit = await context.newPage()
  await visit.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
  other.close()
  const here = new LabPage(page, labOf('X05'))
  await here.open()
  await here.button('run.all').click()
  await expect(page.getByText(here.ui('state.failed').split(' {')[0]!)).toBeVisible()
  const names = (await context.cookies(`${attacker}/attacker`)).map(({ name }) => name)
  expect(names).toEqual(['of-another-port'])
})

test('where the browser blocks a window, a click opens it and the lab goes on', async ({ page }) => {
  // A strict blocker: windows at a click only.
  await page.addInitScript(() => {
    const { open } = window
    window.open = (...asked) => (window.event?.type === 'click' ? open.apply(window, asked) : null)
  })
  const here = new LabPage(page, labOf('X11'))
  await here.open()
  await here.button('run.all').click()
  const press = here.button('press.open')
  for (let windows = 2 * LANES.length; windows > 0; windows--) {
    await press.click()
    await expect(press).toHaveCount(0)
  }
  await here.isDone()
  await here.shows(here.lab.positions[0])
  await expect(page.getByText('opened 6 windows of the other site')).toBeVisible()
})

test.describe('the attacker’s site', () => {
  test('does nothing without a fresh code', async ({ page }) => {
    await page.goto(`${attacker}/attacker/en#no-such-code`)
    await expect(page.getByText('does nothing without a fresh code')).toBeVisible()
  })

  test('has a 404 page of its own, in both languages', async ({ page }) => {
    for (const [path, title, lang] of [
      ['/attacker/none', 'There is no such page', 'en'],
      ['/attacker/ko/none', '없는 페이지입니다', 'ko'],
    ] as const) {
      const answer = await page.goto(`${attacker}${path}`)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
    }
    expect((await page.goto(`${attacker}/attacker`))?.status()).toBe(200)
  })

  test('is not there under the shop’s name, and the shop is not there under its', async ({ request }) => {
    expect((await request.get('/attacker/en')).status()).toBe(404)
    for (const path of ['/attacker/errands', '/attacker/reports', '/attacker/jar'])
      expect((await request.post(path, { data: { code: 'x' } })).status()).toBe(404)
    const moved = await request.get(`${attacker}/labs/frame/stores`, { maxRedirects: 0 })
    expect(moved.status()).toBe(308)
  })

  test('has a policy of its own: one shop to speak to, and only it may frame it', async ({ request }) => {
    const headers = (await request.get(`${attacker}/attacker/ko`)).headers()
    const shop = `http://localhost:${PORT}`
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${shop}`)
    expect(headers['content-security-policy']).toContain(`form-action ${shop}`)
    expect(headers).toMatchObject({ 'cache-control': expect.stringContaining('no-store') })
    expect(headers['x-frame-options']).toBeUndefined()
  })
})

/** What X21's frame cannot show: the browser's own setting, on a page of the shop. */
test('with all cookies blocked, document.cookie says nothing and keeps nothing, and both storages throw', async ({
  launchOptions,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'remember-me-blocked-'))
  mkdirSync(join(profile, 'Default'))
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(blocked))
  const browser = await chromium.launchPersistentContext(profile, launchOptions)
  try {
    const page = browser.pages()[0] ?? (await browser.newPage())
    // Not a page of the site: its router keeps something of its own in history.state.
    await page.goto(`http://localhost:${PORT}/api/health`)
    const tried = await page.evaluate(() => {
      const thrownBy = (act: () => void) => {
        try {
          act()
          return null
        } catch (error) {
          return (error as Error).name
        }
      }
      window.name = 'kept'
      history.replaceState('kept', '')
      return {
        // biome-ignore lint/suspicious/noDocumentCookie: what becomes of it is what is to be seen.
        cookie: thrownBy(() => (document.cookie = 'kept=yes')),
        localStorage: thrownBy(() => localStorage.setItem('kept', 'yes')),
        sessionStorage: thrownBy(() => sessionStorage.setItem('kept', 'yes')),
        readBack: document.cookie,
      }
    })
    const throws = 'SecurityError'
    expect(tried).toEqual({ cookie: null, localStorage: throws, sessionStorage: throws, readBack: '' })
    const left = () => page.evaluate(() => [window.name, history.state === 'kept'])
    await page.reload()
    expect(await left()).toEqual(['kept', true])
    await page.goto(`http://localhost:${PORT}/about`)
    expect(await left()).toEqual(['kept', false])
  } finally {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

test('a document of a lab’s frame has an origin of its own, wherever it is opened', async ({ page }) => {
  await page.goto('/labs/frame/stores#token')
  expect(await page.evaluate(() => self.origin)).toBe('null')
  const wrong = await page.request.get('/labs/frame/form?strategy=cookie&room="><script>')
  expect(wrong.status()).toBe(404)
})

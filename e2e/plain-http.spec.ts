/** Plain http under another name: no secure context, so no Clipboard API, no Web Locks, no cookie store, no randomUUID. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { LABS } from './all-labs'
import { LANES, Site } from './fixtures'
import { LabPage } from './lab-page'
import { type OwnServer, ownServer } from './own-server'
import { catalogue } from './worded-page'

const NAME = 'lan.example'

let server: OwnServer
let origin: string
let browser: Browser
let page: Page
let errors: string[]

test.beforeAll(async ({ playwright, launchOptions }) => {
  server = await ownServer((port) => {
    origin = `http://${NAME}:${port}`
    return { APP_ORIGIN: origin, INSECURE_HTTP: '1' }
  })
  const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`]
  browser = await playwright.chromium.launch({ ...launchOptions, args })
})
test.afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

test.beforeEach(async () => {
  page = await browser.newPage({ baseURL: origin })
  errors = []
  page.on('pageerror', ({ message }) => errors.push(message))
})
test.afterEach(async () => {
  expect(errors).toEqual([])
  await page.context().close()
})

test('the three lanes: add, sign in, force', async () => {
  const site = new Site(page)
  await site.open()
  expect(await page.evaluate(() => [window.isSecureContext, 'clipboard' in navigator])).toEqual([
    false,
    false,
  ])
  await site.act('Add Apple', 'cart.add')
  await site.act('Sign in as Mina', 'sign-in')
  for (const lane of LANES) await expect(site.lane(lane).getByText('Mina Park').first()).toBeVisible()
  await site.button('Force sign-out everywhere').click()
  await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
})

test('every copy button copies', async () => {
  await new Site(page).openLane('/session')
  await new Site(page).shelf.getByRole('button').first().click()
  await expect(page.getByText(/^POST \/api\/session\//).first()).toBeVisible()
  await page.getByRole('button', { name: 'Link to this place' }).click()
  await expect(page.getByRole('status').getByText('Link copied')).toBeAttached()
  const take = catalogue('en', 'timeline')
  const taken = (key: string) => page.getByRole('button', { name: take(key).replace('{lane}', 'session') })
  await taken('take.title').click()
  await taken('take.curl').click()
  await expect(page.getByText(/^Copied, with the body that was sent/)).toBeVisible()
  await taken('take.title').click()
  await taken('take.link').click()
  await expect(page.getByText(/^Link copied: 1 act/)).toBeVisible()
  await page.goto('/bench')
  const pasted = page.getByRole('textbox', { name: 'JWT or Set-Cookie line' })
  await pasted.focus()
  await page.keyboard.press('Control+V')
  await expect(pasted).toHaveValue(`${origin}/session#do=add:apple*1`)
  await page.goto('/code')
  await page
    .getByRole('button', { name: /^Copy / })
    .first()
    .click()
  await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible()
})

for (const slug of ['x21-blocked-storage', 'x06-tamper'])
  test(`${slug} runs`, async () => {
    test.setTimeout(120_000)
    const here = new LabPage(page, LABS.find((lab) => lab.slug === slug)!)
    await here.open()
    await here.run()
    await here.shows(here.lab.positions[0])
  })

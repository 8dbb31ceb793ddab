/** Everything on the panel opens, by keyboard too: fields, attributes, credentials and their parts, cells. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, LANES, type Lane, Site, test } from './fixtures'

async function openSignedIn(page: Page, lane: Lane, path = `/${lane}`) {
  await new Site(page).openLane(path)
  await page.locator('.signin').getByRole('button').click()
  await expect(page.locator('.panel')).toContainText('POST sign-in')
}

const add = async (page: Page) => {
  await page.locator('.prods').getByRole('button').first().click()
  await expect(page.locator('.panel')).toContainText('POST cart/items')
}

const UNKNOWN = 'The panel has no explanation of this field.'

test('every field, cookie name and attribute of a sign-in has an explanation', async ({ page }) => {
  await openSignedIn(page, 'session')
  const words = page.locator('.s-wire .wire .at')
  const note = page.locator('.fnote')
  for (const word of [words.first(), words.nth(7), words.last()]) {
    await word.press('Enter')
    await expect(note.locator('dd')).toHaveCount(3)
    await note.press('Escape')
    await expect(note).toHaveCount(0)
    await expect(word).toBeFocused()
  }
  const read = await words.evaluateAll(async (buttons) => {
    const frame = () => new Promise(requestAnimationFrame)
    const texts: string[] = []
    for (const button of buttons as HTMLElement[]) {
      button.click()
      while (!document.querySelector('.fnote dd')) await frame()
      texts.push(document.querySelector('.fnote')!.textContent!)
      button.click()
      while (document.querySelector('.fnote')) await frame()
    }
    return texts
  })
  expect(read.length).toBeGreaterThan(30)
  expect(read.filter((text) => text.includes(UNKNOWN))).toEqual([])
})

test('explanations speak Korean on a Korean page', async ({ page }) => {
  await openSignedIn(page, 'session', '/ko/session')
  await page.getByRole('button', { name: 'HttpOnly', exact: true }).press('Enter')
  await expect(page.locator('.fnote')).toContainText('브라우저는 이 쿠키를 document.cookie를 비롯한')
})

test('a field that nobody knows says so', async ({ page }) => {
  await openSignedIn(page, 'session')
  const id = await new Site(page).sandboxId()
  await page.evaluate(
    (path) => fetch(path, { headers: { 'X-Odd': '<b>1</b>' } }).then((answer) => answer.text()),
    `/api/session/${id}/laptop/me`,
  )
  await page.getByRole('button', { name: 'X-Odd' }).click()
  await expect(page.locator('.fnote')).toContainText(UNKNOWN)
})

test.describe('a credential opens into its parts', () => {
  const titles = { cookie: 'The parts of the seal', session: 'A random value', jwt: 'The token, decoded' }
  for (const lane of LANES) {
    test(lane, async ({ page }) => {
      await openSignedIn(page, lane)
      await add(page)
      await page
        .locator('.s-wire')
        .getByRole('button', { name: /^Open .* parts$/ })
        .first()
        .press('Enter')
      const opened = page.getByRole('region', { name: titles[lane] })
      await expect(opened).toBeVisible()
      const parts = opened.locator('.parts .at')
      for (const part of [parts.first(), parts.last()]) {
        await part.press('Enter')
        await expect(page.locator('.fnote dd')).toHaveCount(3)
        await page.locator('.fnote').press('Escape')
      }
    })
  }
})

test('the checks of a token are ticked in their order: passed, and failed where it was refused', async ({
  page,
}) => {
  await openSignedIn(page, 'jwt')
  await add(page)
  const open = () =>
    page
      .locator('.s-wire')
      .getByRole('button', { name: /^Open .* parts$/ })
      .click()
  await open()
  const checks = page.locator('.checks li')
  await expect(checks.filter({ hasText: 'the signature matches' })).toContainText('passed')
  await expect(checks.filter({ hasText: 'exp has not passed' })).toContainText('passed')

  await new Site(page).control('/clock', 'POST', { advanceSeconds: 3600 })
  const token = await page.locator('.s-wire .c').first().textContent()
  expect(token).toContain('•')
  const id = await new Site(page).sandboxId()
  const exchange = (await new Site(page).exchanges()).at(-1)!
  const whole = await new Site(page).exchange(exchange.id)
  const bearer = whole.request.headers.find(([name]) => name === 'Authorization')![1]
  for (const [value, failing, word] of [
    [bearer, 'exp has not passed', 'failed'],
    [`${bearer.slice(0, -4)}AAAA`, 'the signature matches', 'one of these'],
  ] as const) {
    await page.evaluate(
      ([path, authorization]) =>
        fetch(path, { headers: { Authorization: authorization } }).then((answer) => answer.text()),
      [`/api/jwt/${id}/laptop/orders`, value] as const,
    )
    await expect(page.locator('.panel')).toContainText('GET orders')
    await open()
    await expect(checks.filter({ hasText: failing })).toContainText(word)
    await expect(checks.filter({ hasText: 'the customer exists' })).toContainText('not reached')
  }
})

test('a cell of Exposed opens to its reason, and leads to the line that it follows from', async ({
  page,
}) => {
  await openSignedIn(page, 'session')
  const cell = page
    .getByRole('row', { name: /^__Secure-session/ })
    .getByRole('button')
    .first()
  await cell.press('Enter')
  const why = page.getByRole('region', { name: 'Why: script on the page, __Secure-session' })
  await expect(why).toContainText('HttpOnly')
  await expect(why).toBeFocused()
  await why.getByRole('button', { name: 'the Set-Cookie line' }).click()
  await expect(page.locator('.wl.cred').filter({ hasText: 'Set-Cookie' })).toBeFocused()
  await cell.click()
  await cell.click()
  await page.getByRole('button', { name: 'where it lies in the browser' }).click()
  await expect(page.locator('.thing').filter({ hasText: '__Secure-session' })).toBeFocused()
})

test('turning a dial says which cells will change; the next cookie changes them', async ({ page }) => {
  await openSignedIn(page, 'session')
  const said = page.locator('.expochanges')
  await new Site(page).control('/settings', 'PATCH', { session: { httpOnly: false } })
  await expect(said).toContainText('__Secure-session, script on the page: sends blindly')
  await expect(said).toContainText('With the dials as they stand now')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await openAgain(page)
  await expect(said).not.toContainText('With the dials as they stand now')
  await expect(page.getByRole('row', { name: /^__Secure-session/ })).toContainText('reads, replays')
})

async function openAgain(page: Page) {
  await page.locator('.signin').getByRole('button').click()
  await expect(page.locator('.panel')).toContainText('POST sign-in')
}

test('Stored says in words what is new, gone, was and is now, and why this page could not read it', async ({
  page,
}) => {
  await openSignedIn(page, 'session')
  await add(page)
  const server = page.getByRole('region', { name: 'session, server' })
  await expect(server.getByRole('listitem').filter({ hasText: 'cart {}' })).toContainText('was')
  await expect(server.getByRole('listitem').filter({ hasText: '{"apple":1}' })).toContainText('now')
  const browser = page.getByRole('region', { name: 'session, browser' })
  await expect(browser).toContainText('HttpOnly: this page cannot read it.')
  await expect(browser).toContainText(/in \d+\smin/)
})

test('axe finds nothing with a credential, its part, an explanation and a cell open', async ({ page }) => {
  await openSignedIn(page, 'jwt')
  await add(page)
  await page
    .locator('.s-wire')
    .getByRole('button', { name: /^Open .* parts$/ })
    .click()
  await page.locator('.opened .parts .at').first().click()
  await page.getByRole('button', { name: 'Cache-Control' }).last().click()
  await page.locator('.expo').getByRole('button').first().click()
  await page.locator('.unsent summary').click()
  await expect(page.locator('.fnote dd')).toHaveCount(6)
  const opened = new AxeBuilder({ page }).include('.s-wire').include('.s-stored').include('.s-exposed')
  const { violations } = await opened.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

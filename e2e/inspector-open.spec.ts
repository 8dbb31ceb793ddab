/** Everything on the panel opens, by keyboard too: fields, attributes, credentials and their parts, cells. */
import type { Locator, Page } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { expect, LANES, type Lane, Site, test } from './fixtures'

const panelOf = (page: Page) => page.getByRole('region', { name: /^(Live panel|실시간 패널)$/ })
const part = (page: Page, view: string) => page.locator(`#lane-panel-${view}`)
const wireOf = (page: Page) => part(page, 'wire')

async function openSignedIn(page: Page, lane: Lane, path = `/${lane}`) {
  await new Site(page).openLane(path)
  await signIn(page)
}

async function signIn(page: Page) {
  await page.getByRole('button', { name: /^(Sign in|로그인)$/ }).click()
  await expect(panelOf(page)).toContainText('POST sign-in')
}

const add = async (page: Page) => {
  await new Site(page).shelf.getByRole('button').first().click()
  await expect(panelOf(page)).toContainText('POST cart/items')
}

const UNKNOWN = 'The panel has no explanation of this field.'

/** The open explanation, on an English page. */
const noteOf = (page: Page) =>
  page.getByRole('button', { name: 'Close the explanation' }).locator('xpath=ancestor::section[1]')

/** On a lane page the lines that nobody here wrote are folded. */
async function unfold(page: Page) {
  for (const fold of await wireOf(page)
    .getByRole('button', { name: /adds by itself/ })
    .all())
    await fold.click()
}

test('what this shop wrote stands first, and the lines that browser and server always add are folded', async ({
  page,
}) => {
  await openSignedIn(page, 'session')
  const [request, response] = [0, 1].map((n) => wireOf(page).getByRole('list').nth(n)) as [Locator, Locator]
  const folds = wireOf(page).getByRole('button', { name: /adds by itself/ })
  await expect(folds).toHaveCount(2)
  await expect(folds.first()).toHaveAccessibleName(
    /^\d+ lines that the browser adds by itself ?, session, request$/,
  )
  await expect(response.getByRole('listitem').filter({ hasText: 'Set-Cookie' })).toBeInViewport()
  await expect(request.getByText('User-Agent')).toHaveCount(0)
  const before = await response.getByRole('listitem').count()
  await unfold(page)
  await expect(request.getByText('User-Agent')).toBeVisible()
  expect(await response.getByRole('listitem').count()).toBeGreaterThan(before + 5)
})

test('every field, cookie name and attribute of a sign-in has an explanation', async ({ page }) => {
  await openSignedIn(page, 'session')
  await unfold(page)
  const words = wireOf(page).getByRole('listitem').locator('button[lang=en]')
  const note = noteOf(page)
  for (const word of [words.first(), words.nth(7), words.last()]) {
    await word.press('Enter')
    await expect(note.getByRole('definition')).toHaveCount(3)
    await note.press('Escape')
    await expect(note).toHaveCount(0)
    await expect(word).toBeFocused()
  }
  const read = await words.evaluateAll(async (buttons) => {
    const frame = () => new Promise(requestAnimationFrame)
    const open = () => document.querySelector('[aria-label="Close the explanation"]')?.closest('section')
    const texts: string[] = []
    for (const button of buttons as HTMLElement[]) {
      button.click()
      while (!open()?.querySelector('dd')) await frame()
      texts.push(open()!.textContent!)
      button.click()
      while (open()) await frame()
    }
    return texts
  })
  expect(read.length).toBeGreaterThan(30)
  expect(read.filter((text) => text.includes(UNKNOWN))).toEqual([])
})

test('explanations speak Korean on a Korean page', async ({ page }) => {
  await openSignedIn(page, 'session', '/ko/session')
  await page.getByRole('button', { name: 'HttpOnly', exact: true }).press('Enter')
  await expect(page.getByRole('region', { name: 'HttpOnly' })).toContainText(
    '브라우저는 이 쿠키를 document.cookie를 비롯한',
  )
})

test('a field that nobody knows says so', async ({ page }) => {
  await openSignedIn(page, 'session')
  const id = await new Site(page).sandboxId()
  await page.evaluate(
    (path) => fetch(path, { headers: { 'X-Odd': '<b>1</b>' } }).then((answer) => answer.text()),
    `/api/session/${id}/laptop/me`,
  )
  await page.getByRole('button', { name: 'X-Odd' }).click()
  await expect(noteOf(page)).toContainText(UNKNOWN)
})

test.describe('a credential opens into its parts', () => {
  const titles = { cookie: 'The parts of the seal', session: 'A random value', jwt: 'The token, decoded' }
  for (const lane of LANES) {
    test(lane, async ({ page }) => {
      await openSignedIn(page, lane)
      await add(page)
      await wireOf(page)
        .getByRole('button', { name: /^Parts of / })
        .first()
        .press('Enter')
      const opened = page.getByRole('region', { name: titles[lane] })
      await expect(opened).toBeVisible()
      const parts = opened.getByRole('term').getByRole('button')
      for (const part of [parts.first(), parts.last()]) {
        await part.press('Enter')
        await expect(noteOf(page).getByRole('definition')).toHaveCount(3)
        await noteOf(page).press('Escape')
        await expect(part).toBeFocused()
      }
    })
  }
})

test('the value of a credential comes after its button, whose name stays, and is told with its length', async ({
  page,
}) => {
  await openSignedIn(page, 'session')
  const button = page.getByRole('button', { name: 'Value of __Secure-session, session, response' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(button).toBeFocused()
  const shown = button.locator('xpath=following-sibling::span[1]')
  await expect(shown).toHaveText(/^43 characters: [\w-]{43}$/)
  await expect(
    page.getByText('Value of __Secure-session, session, response: 43 characters shown'),
  ).toBeVisible()
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(shown).not.toHaveText(/[\w-]{43}/)
})

test('the checks of a token are ticked in their order: passed, and failed where it was refused', async ({
  page,
}) => {
  await openSignedIn(page, 'jwt')
  await add(page)
  const open = () => page.getByRole('button', { name: 'Parts of Bearer, jwt, request' }).click()
  await open()
  const checks = page
    .getByRole('list', { name: 'What the server verified, in its order' })
    .getByRole('listitem')
  await expect(checks.filter({ hasText: 'the signature matches' })).toContainText('passed')
  await expect(checks.filter({ hasText: 'exp has not passed' })).toContainText('passed')

  await new Site(page).control('/clock', 'POST', { advanceSeconds: 3600 })
  await expect(wireOf(page).getByRole('listitem').filter({ hasText: 'Authorization' })).toContainText('•')
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
    await expect(panelOf(page)).toContainText('GET orders')
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
  await expect(wireOf(page).getByRole('listitem').filter({ hasText: 'Set-Cookie' })).toBeFocused()
  await expect(why).toBeVisible()
  await why.press('Escape')
  await expect(cell).toBeFocused()
  await cell.click()
  await page.getByRole('button', { name: 'where it lies in the browser' }).click()
  await expect(page.locator('[id^=stored-]').filter({ hasText: '__Secure-session' })).toBeFocused()
})

test('turning a dial says which cells will change; the next cookie changes them', async ({ page }) => {
  await openSignedIn(page, 'session')
  const said = part(page, 'exposed')
  await new Site(page).control('/settings', 'PATCH', { session: { httpOnly: false } })
  await expect(said).toContainText('__Secure-session, script on the page: sends blindly')
  await expect(said).toContainText('With the dials as they stand now')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signIn(page)
  await expect(said).not.toContainText('With the dials as they stand now')
  await expect(page.getByRole('row', { name: /^__Secure-session/ })).toContainText('reads, replays')
})

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

test('axe finds nothing with a credential, its part and an explanation open, and then a cell', async ({
  page,
}) => {
  await openSignedIn(page, 'jwt')
  await add(page)
  await page.getByRole('button', { name: 'Parts of Bearer, jwt, request' }).click()
  await unfold(page)
  await wireOf(page)
    .getByRole('group')
    .getByText(/cookies? of /)
    .click()
  await page
    .getByRole('region', { name: 'The token, decoded' })
    .getByRole('term')
    .getByRole('button')
    .first()
    .click()
  await expect(noteOf(page).getByRole('definition')).toHaveCount(3)
  expect(await accessibilityFaults(page, '#lane-panel-wire', '#lane-panel-stored')).toEqual([])
  await page
    .getByRole('row', { name: /^access token/ })
    .getByRole('button')
    .first()
    .click()
  await expect(noteOf(page)).toHaveCount(1)
  expect(await accessibilityFaults(page, '#lane-panel-exposed')).toEqual([])
})

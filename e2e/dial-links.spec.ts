/** The dials as a visitor turns them: on the card, in every tab, in the page's address, and back. */
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { expect, test } from './fixtures'

const dial = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}`) })
const position = (page: Page, name: string, label: string) =>
  dial(page, name).getByRole('radio', { name: new RegExp(`^${label}`) })
const opened = (page: Page, group: string) => page.getByRole('heading', { name: group }).click()
const note = (page: Page) => page.getByRole('note').filter({ hasText: 'in your sandbox' })

async function visit(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('button', { name: /Apple/ }).first()).toBeEnabled()
}

test('a dial turned in one tab is turned in the others, and the page says that it is weak', async ({
  page,
  context,
}) => {
  await visit(page, '/session')
  const other = await context.newPage()
  await visit(other, '/session')
  const compare = await context.newPage()
  await visit(compare, '/')
  await opened(page, 'The id')
  await opened(other, 'The id')

  await position(page, 'New id on sign-in', 'no').press('Space')
  for (const tab of [page, other]) {
    await expect(position(tab, 'New id on sign-in', 'no')).toBeChecked()
    await expect(dial(tab, 'New id on sign-in')).toContainText('weak')
    await expect(note(tab)).toContainText('New id on sign-in: no weak')
    await expect(tab).toHaveURL(/\?dial=session\.renewal:false$/)
  }
  await expect(note(compare)).toContainText('New id on sign-in: no weak')

  await other.getByRole('button', { name: 'Back to the defaults', exact: true }).click()
  for (const tab of [page, other]) {
    await expect(position(tab, 'New id on sign-in', 'yes')).toBeChecked()
    await expect(note(tab)).toHaveCount(0)
    await expect(tab).toHaveURL(/\/session$/)
  }
  await expect(note(compare)).toHaveCount(0)
})

test('a dial is turned with the keyboard, and tells before what would change', async ({ page }) => {
  await visit(page, '/session')
  await dial(page, 'Idle time allowed').getByText('about').click()
  await expect(dial(page, 'Idle time allowed')).toContainText(
    /60 s\s*An unused credential ends by itself after: 30 min.*60 s/,
  )
  await position(page, 'Idle time allowed', '30 min').press('ArrowLeft')
  await expect(position(page, 'Idle time allowed', '5 min')).toBeChecked()
  await expect(page.getByText('1 of 14 changed')).toBeVisible()
  await expect(page).toHaveURL(/\?dial=session\.idle:300$/)
})

test('a link that weakens asks first: declined, nothing is turned', async ({ page, site }) => {
  await visit(page, '/session?dial=session.renewal:false&dial=session.idle:60')
  const question = page.getByRole('dialog', { name: 'This link weakens your sandbox' })
  await expect(question).toContainText('New id on sign-in: yes')
  await expect(page).toHaveURL(/renewal:false/)
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(page).toHaveURL(/\/session$/)
  const { body } = await site.control<{ settings: Record<string, Record<string, { value: unknown }>> }>(
    '/settings',
  )
  expect(body.settings.session).toMatchObject({ renewal: { value: true }, idle: { value: 1800 } })
})

test('a link that weakens asks first: taken, all of it is turned', async ({ page, site }) => {
  await visit(page, '/?dial=session.renewal:false&dial=jwt.refresh:none&dial=jwt.nonsense:1')
  await page.getByRole('button', { name: 'Turn them' }).click()
  await expect(note(page)).toContainText('New id on sign-in: no weak')
  await expect(note(page)).toContainText('Refresh token: none')
  await expect(page).toHaveURL(/\?dial=session\.renewal:false&dial=jwt\.refresh:none$/)
  await page.reload()
  await expect(note(page)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await site.button('All dials back to the defaults').click()
  await expect(note(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/$/)
})

test('a link that weakens nothing is followed at once', async ({ page }) => {
  await visit(page, '/jwt?dial=jwt.accessLife:10')
  await expect(position(page, 'Life of the access token', '10 s')).toBeChecked()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a link of acts and dials asks for both at once: declined, all is as it was; taken, the dials come first', async ({
  page,
  site,
}) => {
  const carrier = async () => {
    const { body } = await site.control<{ settings: Record<string, Record<string, { value: unknown }>> }>(
      '/settings',
    )
    return body.settings.jwt!.carrier!.value
  }
  const link = '/jwt?dial=jwt.carrier:cookie#do=sign-in:mina'
  const question = page.getByRole('dialog', { name: 'This link wants to do something in your sandbox' })
  await page.goto(link)
  await expect(question.getByRole('listitem').first()).toHaveText(/^jwt.+: memory.+cookie$/)
  await expect(question.getByRole('listitem').last()).toHaveText('sign in as mina@shop.example')
  expect(await carrier()).toBe('memory')
  await question.getByRole('button', { name: 'Do nothing' }).click()
  await expect(question).toHaveCount(0)
  await expect(page).toHaveURL(/\/jwt$/)
  expect(await carrier()).toBe('memory')
  await page.goto('/about')
  await page.goto(link)
  await question.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(page).toHaveURL(/\/jwt\?dial=jwt\.carrier:cookie$/)
  const signIn = (await site.exchanges()).find(({ action }) => action === 'sign-in')!
  expect(JSON.stringify(signIn.response)).toContain('__Secure-access=')
})

test('dials that lock the visitor out are put back by hand', async ({ page, site }) => {
  await visit(page, '/cookie')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await position(page, 'Protection of the value', 'plain').press('Space')
  await expect(note(page)).toBeVisible()
  await page.getByRole('button', { name: /Apple.*add to the cart/ }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await site.button('Back to the defaults').click()
  await expect(position(page, 'Protection of the value', 'sealed')).toBeChecked()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

for (const address of ['/session', '/ko/jwt', '/cookie'])
  test(`${address}: the open card has no accessibility fault and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(address)
    await page.getByRole('tab', { name: /^(Shop|상점)$/ }).click()
    const card = page.getByRole('region', { name: /^(Dials|다이얼)/ })
    await expect(card.getByRole('radio').first()).toBeEnabled()
    await card.evaluate((element) => {
      for (const group of element.querySelectorAll<HTMLDetailsElement>('details:not([name])'))
        group.open = true
      element.querySelector<HTMLDetailsElement>('details[name]')!.open = true
    })
    expect(await accessibilityFaults(page, '[aria-labelledby="h-dials"]')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

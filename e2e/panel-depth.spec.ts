/** Wire, Steps and Exposed: what opens can be read where it opens, and is said in the language that it is in. */
import type { Locator, Page } from '@playwright/test'
import { expect, LANES, Site, test } from './fixtures'
import { catalogue } from './worded-page'

const VIEWS = ['evidence', 'wire', 'steps', 'stored', 'exposed'] as const

async function openView(page: Page, locale: 'en' | 'ko', view: (typeof VIEWS)[number]) {
  await page.getByRole('tab', { name: catalogue(locale, 'compare')(`views.${view}`), exact: true }).click()
  const panel = page.getByRole('tabpanel').filter({ has: page.locator('ul, ol, table') })
  await expect(panel).toBeVisible()
  return panel
}

async function signedIn(page: Page, locale: 'en' | 'ko') {
  const shop = catalogue(locale, 'shop')
  const name = shop('sign-in').replace('{name}', 'Mina')
  await page.goto(locale === 'ko' ? '/ko' : '/')
  await page.getByRole('button', { name, exact: true }).first().click()
  for (const lane of LANES) await expect(new Site(page).lane(lane).getByText('Mina').first()).toBeVisible()
}

const closeOf = (page: Page) => page.getByRole('button', { name: 'Close the explanation' })

/** Its corners are not under anything. */
const isFree = (place: Locator) =>
  place.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return [top + 4, bottom - 4].every((y) =>
      [left + 8, right - 8].every((x) => element.contains(document.elementFromPoint(x, y))),
    )
  })

test('the token of a sign-in stands on the wire, in the body, masked until it is asked for', async ({
  page,
}) => {
  await signedIn(page, 'en')
  const first = page.getByRole('tabpanel').getByRole('row', { name: /^credential in the body/ })
  await expect(first.getByRole('cell')).toContainText(['not there', 'not there', '"accessToken":eyJhbG'])
  const wire = await openView(page, 'en', 'wire')
  const line = wire.getByRole('listitem').filter({ hasText: '"accessToken":' })
  await expect(line).toHaveCount(1)
  await expect(line).toContainText(/eyJhbG•+hidden, \d+ characters/)
  await line.getByRole('button', { name: 'Value of accessToken, jwt, response' }).click()
  await expect(line).toContainText(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}/)
  await line.getByRole('button', { name: 'Parts of accessToken, jwt, response' }).click()
  await expect(page.getByRole('region', { name: 'The token, decoded' })).toContainText('iss')
})

test.describe('an explanation', () => {
  test.use({ viewport: { width: 1280, height: 720 } })

  test('opens below its line and in sight, one at a time; Escape gives the focus back, in sight', async ({
    page,
  }) => {
    await signedIn(page, 'en')
    const wire = await openView(page, 'en', 'wire')
    const words = wire.getByRole('button', { expanded: false }).and(page.locator('[lang=en]'))
    const count = await words.count()
    expect(count).toBeGreaterThan(8)
    for (const n of [0, count - 1]) {
      const word = words.nth(n)
      const name = (await word.textContent())!
      await word.focus()
      expect(await word.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('underline')
      await word.press('Enter')
      const card = closeOf(page).locator('xpath=ancestor::section[1]')
      await expect(card.getByRole('definition')).toHaveCount(3)
      await expect(card).toBeFocused()
      await expect.poll(() => isFree(card)).toBe(true)
      await page.keyboard.press('Escape')
      await expect(closeOf(page)).toHaveCount(0)
      await expect(page.locator(':focus')).toHaveText(name)
      await expect.poll(() => isFree(page.locator(':focus'))).toBe(true)
    }
    await words.first().click()
    await words.last().click()
    await expect(closeOf(page)).toHaveCount(1)
  })
})

test('no two buttons that open a value or fold lines have one name, and each is 24 px high', async ({
  page,
}) => {
  await signedIn(page, 'en')
  const wire = await openView(page, 'en', 'wire')
  const controls = wire.getByRole('button').and(page.locator(':not([lang=en])'))
  const seen = await controls.evaluateAll((buttons) =>
    buttons.map((one) => ({
      name: one.getAttribute('aria-label') ?? one.textContent,
      height: one.getBoundingClientRect().height,
    })),
  )
  const names = seen.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(6)
  expect(new Set(names).size).toBe(names.length)
  const all = await wire
    .getByRole('button')
    .evaluateAll((some) => some.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...all)).toBeGreaterThanOrEqual(24)
})

test('on a Korean page what is Korean is under ko and what is a literal under en', async ({ page }) => {
  await signedIn(page, 'ko')
  for (const view of VIEWS) {
    const panel = await openView(page, 'ko', view)
    const fold = panel.getByRole('button', { name: /줄/, expanded: false }).first()
    if (view === 'wire') await fold.click()
    const wrong = await panel.evaluate((root) => {
      const found: string[] = []
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent!.trim()
        const lang = walker.currentNode.parentElement!.closest('[lang]')!.getAttribute('lang')!
        const isKorean = /[가-힣]/.test(text)
        // A number with its unit is said in any language.
        const isLiteral = !isKorean && /[A-Za-z]{2}/.test(text) && !/^[\d.,]+\s(ms|B)$/.test(text)
        if ((isKorean && lang !== 'ko') || (isLiteral && lang !== 'en')) found.push(`${lang}: ${text}`)
      }
      return found
    })
    expect([view, wrong]).toEqual([view, []])
  }
})

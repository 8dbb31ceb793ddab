/** The source beside the step, and /code: what is shown is what runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { expect, LANES, test } from './fixtures'

const OPERATIONS = ['open', 'save', 'renew', 'end', 'refresh', 'revoke']
const root = join(import.meta.dirname, '..')
const fileLines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n')

for (const path of ['/code', '/ko/code']) {
  for (const width of [1440, 1024, 390]) {
    test(`${path} at ${width} pixels: nothing sideways, axe finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: width === 1024 ? 'dark' : 'light', reducedMotion: 'reduce' })
      const policy: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) policy.push(message.text())
      })
      await page.goto(path)
      await expect(page.getByRole('button', { name: /carryOut/ })).toBeVisible()
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBe(0)
      await keepFewLines(page)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(policy).toEqual([])
    })
  }
}

/** The lines of a hundred listings are alike: the first of each stand for all, and axe needs a second and not half a minute. */
async function keepFewLines(page: Page) {
  await page.locator('pre.code code').evaluateAll((all) => {
    for (const code of all) code.replaceChildren(...[...code.children].slice(0, 3))
  })
}

test('every line on the page is that line of its file', async ({ page }) => {
  await page.goto('/code')
  const listings = await page.locator('figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      at: figure.querySelector('[data-part="place"]')!.textContent,
      lines: [...figure.querySelectorAll<HTMLElement>('.ln')].map((line) => line.textContent!.trim()),
    })),
  )
  expect(listings.length).toBeGreaterThan(50)
  for (const { at, lines } of listings) {
    const [, file = '', first] = /^(.+):(\d+)/.exec(at)!
    const real = fileLines(file).slice(Number(first) - 1, Number(first) - 1 + lines.length)
    expect(lines, at).toEqual(real.map((line) => line.trim()))
  }
})

test('parts that answer one another stand at one height, and no column is empty', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/code')
  for (const operation of OPERATIONS) {
    const rows = await page
      .locator(`#${operation} [data-part]:has(article figure)`)
      .evaluateAll((parts) =>
        parts.map((part) =>
          [...part.querySelectorAll('article')]
            .filter((cell) => cell.querySelector('figure'))
            .map((cell) => Math.round(cell.getBoundingClientRect().top)),
        ),
      )
    expect(rows.length, operation).toBeGreaterThan(0)
    for (const tops of rows) expect(new Set(tops).size, operation).toBe(1)
    const empty = page.locator(`#${operation} article:not(:has(figure)):not(:has(p))`)
    await expect(empty).toHaveCount(0)
  }
})

test('an operation takes three screens at most', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/code')
  for (const operation of OPERATIONS) {
    const box = await page.locator(`#${operation}`).boundingBox()
    expect(box!.height, operation).toBeLessThanOrEqual(3 * 900)
  }
})

test('on a small screen a link brings a lane into view, without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/code')
  const column = page.locator('#refresh-jwt')
  await expect(column).not.toBeInViewport()
  await page.getByRole('navigation', { name: 'Refresh' }).getByRole('link', { name: 'jwt' }).click()
  await expect(column.getByRole('heading', { name: 'jwt' })).toBeInViewport()
  await context.close()
})

test('a link into a folded piece opens it', async ({ page }) => {
  await page.goto('/code#rest-createSessionStore')
  await expect(page.getByText('export function createSessionStore')).toBeInViewport()
})

test('a listing is copied as it is in the file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/code')
  await page.getByRole('button', { name: 'Copy carryOut' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(fileLines('lib/serve/serve.ts').join('\n')).toContain(copied.trim())
})

async function addInLane(page: Page, lane: string) {
  await page.goto(`/${lane}`)
  await page.getByRole('button', { name: /^Apple/ }).click()
  await expect(page.getByText('POST cart/items').first()).toBeVisible()
}

const CITED = {
  cookie: ['createSeals.seal', 'sealData(visit'],
  session: ['createSessionStore.insert', 'insert: (row)'],
  jwt: ['createAccessTokens.sign', 'new SignJWT'],
} as const

for (const lane of LANES) {
  test(`${lane}: a step opens the source that ran it, and leads to it on /code`, async ({ page }) => {
    await addInLane(page, lane)
    const [symbol, text] = CITED[lane]
    const opener = page.getByRole('button', { name: new RegExp(`: ${symbol.replace('.', '\\.')} `) })
    await opener.press('Enter')
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    const step = page.getByRole('listitem').filter({ has: opener })
    await expect(step.getByRole('region', { name: symbol }).locator('.ran').first()).toBeInViewport()
    await expect(
      step.getByRole('region', { name: symbol }).locator('.ran').filter({ hasText: text }),
    ).toBeVisible()
    await step.getByRole('link', { name: 'The same operation in all lanes' }).click()
    await expect(page).toHaveURL(/\/code#/)
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1))
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
  })
}

test('the SQL of a step is what reached the driver, and tells no id', async ({ page, context }) => {
  await addInLane(page, 'session')
  const opener = page.getByRole('button', { name: /: createSessionStore\.insert / })
  await opener.press('Enter')
  const step = page.getByRole('listitem').filter({ has: opener })
  await step.getByRole('button', { name: 'SQL as it ran' }).press('Enter')
  await expect(step.getByText(/^INSERT INTO/)).toBeVisible()
  await expect(step.getByText('text, 43 characters')).toBeVisible()
  const id = (await context.cookies()).find(({ name }) => name === '__Secure-session')!.value
  expect(await step.textContent()).not.toContain(id.slice(0, 8))
})

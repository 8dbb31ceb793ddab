/** On paper, whose width in CSS pixels is that of a small tablet: the lanes stay side by side, black on white. */
import type { Page } from '@playwright/test'
import { expect, LANES, test } from './fixtures'

test.use({ colorScheme: 'dark' })

/** A4 upright without its margins, at 96 pixels an inch. */
async function onPaper(page: Page) {
  await page.setViewportSize({ width: 703, height: 1000 })
  await page.emulateMedia({ media: 'print' })
}

async function expectInk(page: Page) {
  const ink = await page.locator('h1').evaluate((head) => {
    const lane = getComputedStyle(head.closest('body')!)
    return [lane.color, lane.backgroundColor]
  })
  expect(ink).toEqual(['rgb(22, 23, 26)', 'rgb(255, 255, 255)'])
}

test('the three lanes, whichever theme was chosen', async ({ site }) => {
  const { page } = site
  await page.evaluate(() => localStorage.setItem('theme', 'dark'))
  await site.open()
  await onPaper(page)
  const boxes = await Promise.all(LANES.map(async (lane) => (await site.lane(lane).boundingBox())!))
  const lefts = boxes.map(({ x }) => x)
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
  expect(new Set(lefts).size).toBe(3)
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(1)
  for (const lane of LANES) await expect(page.getByText(`GET /api/${lane}/`).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What it cost, so far' })).toBeVisible()
  await expectInk(page)
  await expect(site.button('Add Apple')).toBeHidden()
})

test('a lane: the cart, the heads, the steps and what is stored', async ({ site }) => {
  const { page } = site
  await site.openLane('/session')
  await page.getByRole('button', { name: /^Apple/ }).click()
  await expect(page.getByText('POST cart/items').first()).toBeVisible()
  await onPaper(page)
  for (const part of ['wire', 'steps', 'stored', 'exposed'])
    await expect(page.locator(`#lane-panel-${part}`)).toBeVisible()
  await expectInk(page)
})

test('the same operation in three columns', async ({ page }) => {
  await page.goto('/code')
  await onPaper(page)
  const tops = await page
    .locator('#save [data-part="handle"] article')
    .evaluateAll((columns) => columns.map((column) => Math.round(column.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
  expect(tops).toHaveLength(3)
})

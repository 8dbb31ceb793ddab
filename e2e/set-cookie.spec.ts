/** What the bench says of a Set-Cookie line, against what this browser does with it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { DIFFERENT, LINES } from '@/lib/cookies/lines'
import { expect, test } from './fixtures'

const NAMED_IN_TEXT = DIFFERENT.filter((line) => !/^__(Host-)?Http-zz=1; Secure; HttpOnly/.test(line))

test.use({ timezoneId: 'Asia/Seoul' })

/** Answers `/?3` with the fourth line. */
async function lineServer(lines: readonly string[]) {
  const server = createServer((request, response) => {
    const line = lines[Number(request.url!.slice('/?'.length))]
    // As UTF-8, as the bench counts it. A body of octets: with a text Node would write the head as one too.
    if (line !== undefined && request.url!.startsWith('/?'))
      response.setHeader('Set-Cookie', Buffer.from(line).toString('latin1'))
    response.end(Buffer.from('ok'))
  }).listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: (nth: number) => `http://localhost:${port}/?${nth}`, stop }
}

/** "session", "gone", or when it ends, in seconds. */
async function inStore(page: Page, url: string): Promise<string | number> {
  const context = page.context()
  await context.clearCookies()
  await page.goto(url)
  const [cookie] = await context.cookies()
  if (!cookie) return 'gone'
  return cookie.expires === -1 ? 'session' : cookie.expires
}

/** The same, as the page has it: of this browser, where it names a difference. */
async function onPage(page: Page, line: string): Promise<string | number> {
  await page.getByRole('textbox', { name: 'JWT or Set-Cookie line' }).fill(`Set-Cookie: ${line}`)
  const measured = page.locator('[data-part="measured"]')
  const outcome =
    (await measured.count()) > 0 ? measured.locator('p') : page.locator('[data-part="expected"] > p').first()
  const text = await outcome.innerText()
  if (/^(Delete it|Ignore it)/.test(text)) return 'gone'
  if (text.startsWith('Keep it until the browser ends its session')) return 'session'
  const [, day, year = new Date().getFullYear(), time] =
    /until (\w+ \d+)(?:, (\d{4}))?, ([\d:]+) GMT\+9/.exec(text) ?? []
  return Date.parse(`${day} ${year} ${time} +0900`) / 1000
}

test('the bench expects of each line what this browser stores', async ({ page, browser }) => {
  const server = await lineServer(LINES)
  await page.goto('/bench')
  // A store of its own: the page has one cookie already.
  const apart = await browser.newContext()
  const other = await apart.newPage()
  const wrong: unknown[] = []
  for (const [nth, line] of LINES.entries()) {
    const real = await inStore(other, server.url(nth))
    const said = await onPage(page, line)
    const same = typeof real === 'number' ? Math.abs(real - Number(said)) < 60 : real === said
    if (!same) wrong.push({ line: line.slice(0, 80), real, said })
    if ((await page.locator('[data-part="measured"]').count()) !== Number(NAMED_IN_TEXT.includes(line)))
      wrong.push({ line: line.slice(0, 80), difference: 'named where there is none, or not named' })
  }
  server.stop()
  await apart.close()
  expect(wrong).toEqual([])
})

test('a date says in which zone it is', async ({ page }) => {
  await page.goto('/bench')
  await onPage(page, 'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 EST')
  await expect(page.locator('[data-part="expected"] > p').first()).toHaveText(
    'Keep it until Jan 1, 2027, 09:00:00 GMT+9.',
  )
  await page.goto('/ko/bench')
  await page.locator('textarea').last().fill('zz=1; Expires=Thu, 01 Jan 2027 00:00:00 EST')
  await expect(page.locator('[data-part="expected"] > p').first()).toHaveText(
    '저장: 2027년 1월 1일 09:00:00 GMT+9까지.',
  )
})

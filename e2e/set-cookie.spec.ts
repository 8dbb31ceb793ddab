/** What the bench says of a Set-Cookie line, against what this browser does with it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const long = 'x'.repeat(1025)

/** By the text of the specification. */
const LINES = [
  'zz=1',
  'zz',
  '=zz',
  ' zz = 1 2 ; Path=/',
  'zz="a;b"',
  'zz=1; Expires=0',
  'zz=1; Expires=-1',
  'zz=1; Expires=1',
  'zz=1; Expires=2027-01-01',
  'zz=1; Expires=2027-01-01T00:00:00Z',
  'zz=1; Expires=01/01/2027',
  'zz=1; Expires=January 2027',
  'zz=1; Expires=Fri, 31 Jun 2027 00:00:00 GMT',
  'zz=1; Expires=Fri, 30 Feb 2027 00:00:00 GMT',
  'zz=1; Expires=Fri, 01 Jan 2027 24:00:00 GMT',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 +0900',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 EST',
  'zz=1; Expires=Fri, 01-Jan-60 00:00:00 GMT',
  'zz=1; Expires=Thu, 01-Jan-70 00:00:00 GMT',
  'zz=1;max-age = 60',
  'zz=1; Max-Age=-5',
  'zz=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'zz=1; Max-Age=99999999999999999999',
  `zz=1; Max-Age=60; Max-Age=${'0'.repeat(1025)}`,
  `zz=1; Path=/${long}`,
  `zz=1; Path=/; Path=/${long}; HttpOnly`,
  'zz=1; Domain=localhost',
  'zz=1; Domain=; Domain=..localhost',
  'zz=1; Domain=löcal',
  'zz=1; SameSite=None',
  'zz=1; SameSite=None; SameSite=Lax',
  '__Secure-zz=1',
  '__SECURE-zz=1; Secure',
  '__Host-zz=1; Secure',
  '__Host-zz=1; Secure; Path=/; Domain=',
  '=__Secure-zz; Secure',
  `zz=${'x'.repeat(4095)}`,
  `zz=${'한'.repeat(1364)}xx`,
  `zz=${'한'.repeat(1364)}xxx`,
]

/** Where the page says that this browser does something else. */
const DIFFERENT = [
  'zz=1; Max-Age=60; Max-Age=abc',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 GMT; Expires=0',
  'zz=1; Max-Age=+60',
  'zz=1; Expires=1st Jan 2027 00:00:00 GMT',
  'zz=1; Expires=1 Jan 127 00:00:00 GMT',
  'zz=a\tb',
  '=zz=1',
  'zz=1; Partitioned',
  'zz=1; Partitioned; Secure',
  '__Http-zz=1; Secure',
  '__Http-zz=1; Secure; HttpOnly',
  '__Host-Http-zz=1; Secure; Path=/',
  '__Host-Http-zz=1; Secure; HttpOnly; Path=/',
  '__Http-zz',
  '__Host-zz=1; Secure; Path=/; Domain=localhost',
  '__Host-zz=1; Secure; Path=',
]
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
  const lines = [...LINES, ...DIFFERENT]
  const server = await lineServer(lines)
  await page.goto('/bench')
  // A store of its own: the page has one cookie already.
  const apart = await browser.newContext()
  const other = await apart.newPage()
  const wrong: unknown[] = []
  for (const [nth, line] of lines.entries()) {
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

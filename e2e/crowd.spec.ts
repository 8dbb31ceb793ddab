/** Many requests at once, with limits: the server stands, whoever sent them waits or is sent away, and nobody else notices. */
import { once } from 'node:events'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { Prices } from '@/lib/http/door/price'
import { LOCALES, localePath } from '@/lib/i18n/routing'
import { PAGES, SIDE_PAGES } from '@/lib/site/pages'
import { LABS } from './all-labs'
import { LESSONS } from './all-lessons'
import { type OwnServer, ownServer } from './own-server'

let server: OwnServer
test.beforeAll(async () => {
  server = await ownServer({ RATE_LIMIT_SCALE: '0.1', TRUSTED_PROXY_HOPS: '1' })
})
test.afterAll(() => server.remove())

interface Got {
  status: number
  retryAfter: string | undefined
  type: string | undefined
  octets: number
}

/** Of a visitor behind the proxy that this server believes. */
function get(path: string, address: string, accept = '*/*'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port, host } = new URL(server.origin)
    const Host = path.startsWith('/attacker/') ? `127.0.0.1:${port}` : host
    const headers = { Host, 'X-Forwarded-For': address, Accept: accept }
    const asked = ask(`${server.origin}${path}`, { headers, agent: false }, async (answer) => {
      let octets = 0
      for await (const chunk of answer) octets += chunk.length
      const { 'retry-after': retryAfter, 'content-type': type } = answer.headers
      resolve({ status: answer.statusCode!, retryAfter, type, octets })
    })
    asked.on('error', reject)
    asked.end()
  })
}

const statusesOf = (all: Got[]) => [...new Set(all.map(({ status }) => status))].toSorted()

/** [path, status of the first, status of those beyond]: whatever is asked for is counted. */
for (const [what, path, first] of [
  ['pages', '/', 200],
  ['dear pages', '/code', 200],
  ['pages that are not there', '/no-such-page', 404],
  ['files that are not there', '/_next/static/none.js', 404],
  ['the attacker’s pages', '/attacker/en', 200],
  ['parts of pages', '/about.rsc', 200],
] as const)
  test(`${what}: beyond the limit of an address 429 with Retry-After, and no other address notices`, async () => {
    const [crowd, other] = [`192.0.2.${what.length}`, `198.51.100.${what.length}`]
    const all = await Promise.all(Array.from({ length: 60 }, () => get(path, crowd)))
    expect(statusesOf(all)).toEqual([first, 429].toSorted())
    for (const { status, retryAfter } of all)
      if (status === 429) expect(Number(retryAfter)).toBeGreaterThan(0)
    expect((await get(path, other)).status).toBe(first)
  })

test('routes, there or not, and what is malformed: likewise, all together', async () => {
  const paths = ['/api/catalogue', '/api/none', '/%zz']
  // The burst, what is let in while these may wait, and then some.
  const all = await Promise.all(Array.from({ length: 240 }, (_, nth) => get(paths[nth % 3]!, '192.0.2.240')))
  expect(statusesOf(all)).toEqual([200, 400, 404, 429])
  for (const { status, retryAfter } of all) if (status === 429) expect(Number(retryAfter)).toBeGreaterThan(0)
  expect((await get('/api/catalogue', '198.51.100.240')).status).toBe(200)
})

/** Resolves as soon as one of so many was sent away: the line of this address is as long then as it may be. */
async function rush(path: string, address: string): Promise<{ over: Promise<unknown> }> {
  const all = Array.from({ length: 60 }, () => get(path, address))
  await Promise.any(all.map(async (one) => expect((await one).status).toBe(429)))
  return { over: Promise.all(all) }
}

test('whoever has spent the own pages can still shop', async () => {
  const { over } = await rush('/', '203.0.113.1')
  expect((await get('/api/catalogue', '203.0.113.1')).status).toBe(200)
  await over
})

test('no page is dearer than what is asked for it', async () => {
  const prices = new Prices()
  const lessons = LESSONS.map(({ slug }) => ({ path: `/learn/${slug}` }))
  const labs = LABS.map(({ slug }) => ({ path: `/labs/${slug}` }))
  for (const { path } of [...PAGES, ...SIDE_PAGES, ...lessons, ...labs])
    for (const locale of LOCALES) {
      const page = localePath(locale, path)
      const { octets } = await get(page, `2001:db8:${prices.of(page).points}:${page.length}::1`)
      expect([page, Math.ceil(octets / 8000) <= prices.of(page).points]).toEqual([page, true])
    }
})

test('a browser is told in its language, and comes again by itself', async ({ page }) => {
  // Stopped before the page is there: a slow machine would count down meanwhile.
  const now = Date.now()
  await page.clock.install({ time: now })
  await page.clock.pauseAt(now + 1000)
  let refused: Awaited<ReturnType<typeof page.goto>> = null
  const rushes: Promise<unknown>[] = []
  // A line that moved on meanwhile has a place for it.
  await expect(async () => {
    rushes.push((await rush('/', '127.0.0.1')).over)
    refused = await page.goto(`${server.origin}/ko`)
    expect(refused!.status()).toBe(429)
  }).toPass()
  await expect(page.getByRole('heading', { name: '요청이 너무 많습니다' })).toBeVisible()
  const seconds = Number(refused!.headers()['retry-after'])
  await page.clock.runFor(1000)
  await expect(page.locator('#n')).toHaveText(String(seconds - 1))
  const again = page.waitForRequest((request) => request.isNavigationRequest())
  await page.clock.runFor(seconds * 1000)
  expect((await again).url()).toBe(`${server.origin}/ko`)
  // They wait for their turn, and the server ends with the last of these tests.
  await Promise.all(rushes)
})

for (const path of ['/', '/code'])
  test(`1 400 times ${path} on one connection, and nothing read: the server stands`, async () => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.pause()
    const one = `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nX-Forwarded-For: 192.0.2.200\r\n\r\n`
    socket.write(one.repeat(1400))
    for (let nth = 0; nth < 5; nth++)
      expect((await get('/about', `198.51.100.${100 + nth}`)).status).toBe(200)
    socket.destroy()
    expect((await get('/api/health', '198.51.100.110')).status).toBe(200)
  })

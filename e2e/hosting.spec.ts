/** As it is hosted: behind a proxy that ends TLS, with names of its own; and with what the environment says. */
import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type OwnServer, ownServer } from './own-server'

const SHOP = 'https://shop.example'
const OTHER = 'https://other.example'

let server: OwnServer
test.beforeAll(async () => {
  server = await ownServer({
    APP_ORIGIN: SHOP,
    ATTACKER_ORIGIN: OTHER,
    TRUSTED_PROXY_HOPS: '1',
    SECURITY_CONTACT: 'security@shop.example',
  })
})
test.afterAll(() => server.remove())

/** As the proxy asks: fetch would not send another Host. */
function send(path: string, { host = 'shop.example', method = 'GET', headers = {} } = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const fields = { Host: host, 'X-Forwarded-For': '192.0.2.1', 'X-Forwarded-Proto': 'https', ...headers }
      const asked = ask(`${server.origin}${path}`, { method, headers: fields }, async (answer) => {
        let text = ''
        for await (const chunk of answer) text += chunk
        resolve({ status: answer.statusCode!, headers: answer.headers, text })
      })
      asked.on('error', reject)
      asked.end()
    },
  )
}

test('pages answer under the shop’s name, with HSTS, and frames from the other site only', async () => {
  for (const path of ['/', '/ko', '/jwt', '/ko/about']) {
    const { status, headers } = await send(path)
    expect([path, status]).toEqual([path, 200])
    expect(headers['strict-transport-security']).toBe('max-age=63072000')
    expect(headers['content-security-policy']).toContain(`frame-src 'self' ${OTHER};`)
  }
})

test('addresses in the head of a page begin with the shop’s name', async () => {
  for (const path of ['/', '/ko', '/ko/cookie', '/about', '/labs/x13-forced-sign-out', '/ko/none']) {
    const { text } = await send(path)
    const links = text.match(/<link rel="(?:canonical|alternate)"[^>]*>|<meta property="og:image"[^>]*>/g)!
    expect(links.length, path).toBeGreaterThan(0)
    for (const link of links) expect(link).toMatch(/(?:href|content)="https:\/\/shop\.example(?:["/])/)
  }
  expect(server.output()).not.toContain('metadataBase')
})

test('the other name moves to the shop, unknown names are refused', async () => {
  const moved = await send('/jwt?device=phone', { host: 'other.example' })
  expect(moved.status).toBe(308)
  expect(moved.headers.location).toBe(`${SHOP}/jwt?device=phone`)
  for (const host of ['elsewhere.example', 'localhost', '127.0.0.1', new URL(server.origin).host])
    expect([host, (await send('/', { host })).status]).toEqual([host, 421])
})

test('an address with the prefix of English moves to the one without, and to no other site', async () => {
  for (const [path, to] of [
    ['/en', '/'],
    ['/en/', '/'],
    ['/en/labs?a=b', '/labs?a=b'],
    ['/en/%09/evil.example', '/%09/evil.example'],
    ['/en/%0a/evil.example', '/%0a/evil.example'],
    ['/en/%5Cevil.example', '/%5Cevil.example'],
    ['/en/%2Fevil.example', '/%2Fevil.example'],
  ]) {
    const { status, headers } = await send(path!)
    expect([path, status, headers.location]).toEqual([path, 308, `${SHOP}${to}`])
  }
  for (const path of ['/en//evil.example', '//evil.example', '/%09//evil.example', '/ko//evil.example'])
    expect(new URL(String((await send(path)).headers.location), SHOP).origin).toBe(SHOP)
  expect((await send('/english')).status).toBe(404)
})

test('a write is the shop’s own only under its whole origin', async () => {
  const made = async (Origin: string) =>
    (await send('/api/sandbox', { method: 'POST', headers: { Origin } })).status
  expect(await made(SHOP)).toBe(201)
  for (const origin of [
    'http://shop.example',
    'https://shop.example:8443',
    OTHER,
    'https://shop.example.evil.example',
    'null',
  ])
    expect([origin, await made(origin)]).toEqual([origin, 403])
})

test('security.txt names its contact, an end within a year, and itself (RFC 9116)', async () => {
  const { status, headers, text } = await send('/.well-known/security.txt')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(text).toMatch(/^Contact: mailto:security@shop\.example$/m)
  expect(text).toMatch(/^Canonical: https:\/\/shop\.example\/\.well-known\/security\.txt$/m)
  const days = (Date.parse(/^Expires: (.+)$/m.exec(text)![1]!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(30)
  expect(days).toBeLessThan(365)
})

test('addresses for limits come from the trusted proxy, and what stands further left is hearsay', async () => {
  const events = () =>
    server
      .output()
      .split('\n')
      .filter((line) => line.includes('sandbox_created'))
      .map((line) => JSON.parse(line).address)
  const before = events().length
  for (const chain of ['192.0.2.7', '198.51.100.1, 192.0.2.7', '192.0.2.8'])
    await send('/api/sandbox', { method: 'POST', headers: { Origin: SHOP, 'X-Forwarded-For': chain } })
  const [one, two, three] = events().slice(before)
  expect(two).toBe(one)
  expect(three).not.toBe(one)
})

test('secrets are made once, for their owner alone; the end is orderly', async () => {
  const own = await ownServer()
  await fetch(`${own.origin}/api/sandbox`, { method: 'POST', headers: { Origin: own.origin } })
  expect(readFileSync(join(own.dataDir, 'session-passwords'), 'utf8')).toMatch(/^[\w-]{43}\n$/)
  expect(await own.stop()).toBe(0)
  expect(own.output()).toContain('"event":"server_ending"')
  await own.remove()
})

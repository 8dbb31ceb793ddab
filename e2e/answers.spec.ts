import { expect, test } from '@playwright/test'

const { PORT = '3000' } = process.env
const shop = `http://localhost:${PORT}`

test('what is asked under the attacker’s name moves to the shop, path and query with it', async ({
  request,
}) => {
  const answer = await request.get(`http://127.0.0.1:${PORT}/jwt?device=phone`, { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe(`${shop}/jwt?device=phone`)
})

test('a name that is not ours is refused', async ({ request }) => {
  const answer = await request.get(shop, { headers: { Host: 'elsewhere.example' } })
  expect(answer.status()).toBe(421)
})

test('the API is refused under a name that is not ours, and moved from the attacker’s', async ({
  request,
}) => {
  const strange = await request.get('/api/catalogue', { headers: { Host: 'elsewhere.example' } })
  expect(strange.status()).toBe(421)
  expect(await strange.json()).toMatchObject({ code: 'misdirected' })
  const moved = await request.post(`http://127.0.0.1:${PORT}/api/sandbox?a=b`, { maxRedirects: 0, data: {} })
  expect(moved.status()).toBe(308)
  expect(moved.headers().location).toBe(`${shop}/api/sandbox?a=b`)
})

test('the database takes writes', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(await answer.json()).toMatchObject({ status: 'ok' })
})

for (const [what, path] of [
  ['page', '/'],
  ['page that is not there', '/no-such-page'],
  ['API', '/api/catalogue'],
  ['API address that is not there', '/api/no-such-thing'],
  ['broken path', '/%zz'],
  ['file that is not there', '/_next/static/none.js'],
] as const) {
  test(`${what}: the fields that every answer has`, async ({ request }) => {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
}

test('static files may be kept, everything else not', async ({ page }) => {
  const kept = new Map<boolean, Set<string>>([
    [true, new Set()],
    [false, new Set()],
  ])
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    // The icon is a file like the others, but the framework lets it be asked for anew.
    if (pathname === '/icon.svg') return
    const isStatic = pathname.startsWith('/_next/static/')
    kept.get(isStatic)!.add(answer.headers()['cache-control'] ?? 'none')
  })
  await page.goto('/')
  expect([...kept.get(true)!]).toEqual(['public, max-age=31536000, immutable'])
  for (const value of kept.get(false)!) expect(value).toContain('no-store')
})

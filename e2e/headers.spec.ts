/** Fields and the policy of every class of answer, and whether the pages keep to it. */
import { type APIRequestContext, type APIResponse, expect, type Page, test } from '@playwright/test'
import { LOCALES, localePath } from '@/lib/i18n/routing'
import { PAGES, SIDE_PAGES } from '@/lib/site/pages'

const paths = [...PAGES, ...SIDE_PAGES].map(({ path }) => path)

const CLASSES: [what: string, path: string, status: number, method?: string][] = [
  ['page', '/', 200],
  ['page in Korean', '/ko', 200],
  ['page that is not there', '/no-such-page', 404],
  ['page that is not there and looks like a file', '/no.such', 404],
  ['API', '/api/catalogue', 200],
  ['API without a sandbox', '/api/sandbox', 404],
  ['API that is not there', '/api/none', 404],
  ['redirect', '/api/catalogue/?a=b', 308],
  ['redirect of a page', '/about/', 308],
  ['API with another method', '/api/catalogue', 405, 'PUT'],
  ['broken path', '/api/%zz', 400],
  ['static file that is not there', '/_next/static/none.js', 404],
  ['service for pictures, which is off', '/_next/image?url=%2Fpictures%2Fen-home.png&w=640&q=75', 404],
  ['icon', '/icon.svg', 200],
  ['picture of a link', '/pictures/ko-home.png', 200],
  ['robots', '/robots.txt', 200],
  ['sitemap', '/sitemap.xml', 200],
]

for (const [what, path, status, method = 'GET'] of CLASSES) {
  test(`${what}: all fields`, async ({ request }) => {
    const answer = await request.fetch(path, { method, maxRedirects: 0 })
    expect(answer.status()).toBe(status)
    expectFields(answer)
  })
}

function expectFields(answer: APIResponse) {
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy).toContain(part)
  expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/)
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  for (const absent of ['x-powered-by', 'server', 'access-control-allow-origin', 'clear-site-data'])
    expect([absent, headers[absent]]).toEqual([absent, undefined])
}

test('five answers, five nonces', async ({ request }) => {
  const nonces = new Set<string>()
  for (let nth = 0; nth < 5; nth++) {
    const policy = (await request.get('/')).headers()['content-security-policy']!
    nonces.add(/'nonce-([\w+/]{22}==)'/.exec(policy)![1]!)
  }
  expect(nonces.size).toBe(5)
})

for (const locale of LOCALES)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no page breaks the policy, and none loads from elsewhere: ${locale}, ${colorScheme}`, async ({
      page,
      baseURL,
    }) => {
      await page.emulateMedia({ colorScheme })
      const watched = await watch(page, baseURL!)
      for (const path of [...paths, '/no-such-page']) {
        await page.goto(localePath(locale, path))
        await page.waitForLoadState('networkidle')
        await page.getByRole('button', { name: /light and dark|밝게.어둡게/ }).click()
        expect([path, await watched.violations()]).toEqual([path, []])
      }
      expect(watched.elsewhere).toEqual([])
    })

async function watch(page: Page, origin: string) {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) elsewhere.push(url)
  })
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seenViolations: seen })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      seen.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  const violations = () =>
    page.evaluate(() => (globalThis as unknown as { seenViolations: string[] }).seenViolations)
  return { elsewhere, violations }
}

test('what a search engine reads: robots, the site map in both languages, a picture', async ({
  page,
  request,
}) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /api/')
  const map = await (await request.get('/sitemap.xml')).text()
  expect(map).toContain('/ko/about')
  expect(map).toContain('/learn/l08-forced-sign-out')
  expect(map).not.toContain('/labs')
  const titles = new Set<string>()
  for (const path of paths) {
    await page.goto(path)
    titles.add(await page.title())
    expect((await page.locator('meta[name="description"]').getAttribute('content'))!.length).toBeGreaterThan(
      20,
    )
    await expect(page.locator('link[hreflang="ko"]')).toHaveCount(1)
    for (const locale of LOCALES) await expectPicture(request, localePath(locale, path), locale)
  }
  expect(titles.size).toBe(paths.length)
})

/** That of a page in its own language. */
async function expectPicture(request: APIRequestContext, path: string, locale: string) {
  const html = await (await request.get(path)).text()
  const picture = /<meta property="og:image" content="([^"]+)"/.exec(html)![1]!
  expect([path, new URL(picture).pathname]).toEqual([
    path,
    expect.stringMatching(`^/pictures/${locale}-\\w+\\.png$`),
  ])
  const answer = await request.get(new URL(picture).pathname)
  expect(answer.headers()['content-type']).toBe('image/png')
}

test('a page that is not there says so in its title, a lab too', async ({ page }) => {
  for (const [path, title] of [
    ['/no-such-page', 'There is no such page'],
    ['/no.such', 'There is no such page'],
    ['/ko/labs/none', '없는 페이지입니다'],
  ] as const) {
    await page.goto(path)
    await expect(page).toHaveTitle(`${title} · Remember Me`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
})

test('there is no security.txt without somebody to write to', async ({ request }) => {
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404)
})

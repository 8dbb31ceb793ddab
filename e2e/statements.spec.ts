/** Sentences of the site about browsers, put to this browser. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Page } from '@playwright/test'
import { STORAGE } from '@/lib/site/storage-keys'
import { LABS } from './all-labs'
import { expect, type Site, test } from './fixtures'
import { LabPage } from './lab-page'

const { PORT = '3000' } = process.env

/** A server of another site: 127.0.0.1 is none with localhost, whatever the port. */
const servers: Server[] = []
test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>other</title>${body}`

/** What a page of another site can do to bring a window to `address` without a click. */
const causes = (address: string): Record<string, string> => ({
  script: `<script>location.href = ${JSON.stringify(address)}</script>`,
  refresh: `<meta http-equiv="refresh" content="0;url=${address}">`,
  form: `<form action="${address}"></form><script>document.forms[0].submit()</script>`,
  redirect: '<script>location.href = "/moved"</script>',
})

async function otherSite(address: string, more: Record<string, string> = {}): Promise<string> {
  const pages = { ...causes(address), ...more }
  const port = await serve((request, response) => {
    const name = request.url!.slice(1)
    if (name === 'moved') return response.writeHead(302, { Location: address }).end()
    response.setHeader('Content-Type', 'text/html').end(html(pages[name] ?? ''))
  })
  return `http://127.0.0.1:${port}`
}

/** The exchange that comes of `cause`, with its head as it was sent. */
async function exchangeAfter(site: Site, cause: () => Promise<unknown>) {
  const before = (await site.exchanges()).at(-1)?.seq ?? 0
  await cause()
  await expect.poll(async () => (await site.exchanges(before)).length).toBe(1)
  const [made] = await site.exchanges(before)
  const exchange = await site.exchange(made!.id)
  const field = (name: string) =>
    exchange.request.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
  return { exchange, field }
}

test.describe('Lax, from another site', () => {
  test('rides on any top-level navigation by a safe method, with nobody who clicks', async ({
    page,
    site,
    context,
  }) => {
    await site.act('Add Apple', 'cart.add')
    const address = `http://localhost:${PORT}/api/cookie/${await site.sandboxId()}/laptop/me`
    const other = await otherSite(address)
    for (const cause of Object.keys(causes(address))) {
      const window = await context.newPage()
      const { exchange, field } = await exchangeAfter(site, () => window.goto(`${other}/${cause}`))
      expect([cause, field('sec-fetch-site'), field('sec-fetch-user')]).toEqual([cause, 'cross-site', null])
      expect([cause, field('cookie')]).toEqual([cause, expect.stringContaining('__Secure-visit=')])
      expect([cause, exchange.credential.status]).toEqual([cause, 'valid'])
      await window.close()
    }
    await expect(page).toHaveURL('/')
  })

  test('does not ride on an image or a form that posts, and Bearer on none of all these', async ({
    site,
    context,
  }) => {
    await site.act('Sign in as Mina', 'sign-in')
    const id = await site.sandboxId()
    const at = (lane: string, path = 'me') => `http://localhost:${PORT}/api/${lane}/${id}/laptop/${path}`
    const other = await otherSite(at('jwt'), {
      image: `<img src="${at('cookie')}">`,
      post: `<form method="post" action="${at('cookie', 'sign-out')}"></form><script>document.forms[0].submit()</script>`,
    })
    const window = await context.newPage()
    for (const name of ['image', 'post']) {
      const { field } = await exchangeAfter(site, () => window.goto(`${other}/${name}`))
      expect([name, field('cookie')]).toEqual([name, null])
    }
    for (const name of Object.keys(causes(at('jwt')))) {
      const { field } = await exchangeAfter(site, () => window.goto(`${other}/${name}`))
      expect([name, field('authorization')]).toEqual([name, null])
    }
  })
})

test('Basic is added by the browser itself, also to what another site causes', async ({ page }) => {
  const heard: IncomingMessage[] = []
  const port = await serve((request, response) => {
    if (!request.headers.authorization)
      return response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="here"' }).end()
    heard.push(request)
    response.setHeader('Content-Type', 'text/html').end(html('in'))
  })
  const other = await serve((_, response) => {
    const form = `<form method="post" action="http://localhost:${port}/act"></form>`
    response
      .setHeader('Content-Type', 'text/html')
      .end(html(`${form}<script>document.forms[0].submit()</script>`))
  })
  await page.goto(`http://mina:secret@localhost:${port}/`)
  await page.goto(`http://127.0.0.1:${other}/`)
  await expect(page).toHaveURL(`http://localhost:${port}/act`)
  const { method, headers } = heard.find(({ url }) => url === '/act')!
  expect([method, headers['sec-fetch-site']]).toEqual(['POST', 'cross-site'])
  expect(headers.authorization).toBe(`Basic ${Buffer.from('mina:secret').toString('base64')}`)
})

test('a cookie is its name, its Path, its domain, and whether Domain was there: deleting one leaves the other', async ({
  page,
}) => {
  const lines: Record<string, string[]> = {
    '/set': ['both=for-the-host; Path=/', 'both=for-the-domain; Path=/; Domain=jar.localhost'],
    '/delete': ['both=; Path=/; Max-Age=0'],
  }
  const port = await serve((request, response) => {
    response.setHeader('Set-Cookie', lines[request.url!] ?? [])
    response.end(request.headers.cookie ?? 'none')
  })
  const at = (path: string) => page.goto(`http://jar.localhost:${port}${path}`)
  const sent = async () => (await (await at('/look'))!.text()).split('; ').toSorted()
  await at('/set')
  expect(await sent()).toEqual(['both=for-the-domain', 'both=for-the-host'])
  await at('/delete')
  expect(await sent()).toEqual(['both=for-the-domain'])
})

test('a window of another origin that opened the shop has no hold on it, be it of the same site', async ({
  page,
  context,
}) => {
  const port = await serve((_, response) =>
    response.setHeader('Content-Type', 'text/html').end(html('<button>open</button>')),
  )
  await page.goto(`http://localhost:${port}/`)
  const opened = context.waitForEvent('page')
  const handle = await page.evaluateHandle(
    (address) => window.open(address),
    `http://localhost:${PORT}/about`,
  )
  await (await opened).waitForURL('**/about')
  expect(await handle.evaluate((window) => window!.closed)).toBe(true)
  expect(await (await opened).evaluate(() => window.opener)).toBeNull()
})

test('over HTTP/1.1 twenty requests at once share six connections', async ({ page }) => {
  const held: ServerResponse[] = []
  const connections = new Set<Socket>()
  let open = false
  const port = await serve((request, response) => {
    if (request.url !== '/held') return response.setHeader('Content-Type', 'text/html').end(html(''))
    connections.add(request.socket)
    held.push(response)
    // Six wait before the first is answered: whatever may be open at once is open by then.
    if (held.length >= 6) open = true
    if (open) for (const one of held.splice(0)) one.end()
    return undefined
  })
  await page.goto(`http://localhost:${port}/`)
  const answers = await page.evaluate(() =>
    Promise.all(Array.from({ length: 20 }, async () => (await fetch('/held')).status)),
  )
  expect([answers.length, connections.size]).toEqual([20, 6])
})

test('what lies in this browser is what the page about the site lists', async ({ page, site, context }) => {
  await page.getByRole('button', { name: 'Switch light and dark' }).click()
  for (const carrier of ['local-storage', 'cookie']) {
    await site.control('/settings', 'PATCH', { jwt: { carrier } })
    await site.open()
    await site.act('Add Apple', 'cart.add')
    expect(await unlisted(page, await keysOf(page))).toEqual([])
  }
  const lab = new LabPage(page, LABS.find(({ id }) => id === 'X09')!)
  await lab.open()
  await lab.run()
  const keys = await keysOf(page)
  expect(keys.some((key) => key.startsWith(STORAGE.labs))).toBe(true)
  const names = (await context.cookies(`http://localhost:${PORT}/api`)).map(({ name }) => name)
  const all = (await context.cookies()).map(({ name }) => name)
  expect(new Set(all)).toContain('__Secure-access')
  expect(await unlisted(page, [...keys, ...names, ...all])).toEqual([])
})

const keysOf = (page: Page) => page.evaluate(() => Object.keys(localStorage))

async function unlisted(page: Page, names: string[]): Promise<string[]> {
  const about = await page.context().newPage()
  await about.goto('/about')
  const listed = await about.locator('section:has(> #cookies) th code').allInnerTexts()
  await about.close()
  expect(listed.length).toBeGreaterThan(Object.keys(STORAGE).length)
  const isListed = (name: string) =>
    listed.some((key) => (key.endsWith('…') ? name.startsWith(key.slice(0, -1)) : key === name))
  return [...new Set(names)].filter((name) => !isListed(name))
}

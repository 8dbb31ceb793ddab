/**
 * Back after a sign-out, as the lab X20 tells it: what the browser shows, and whether it asks. Playwright turns the back/forward cache off;
 * here it is on, as every visitor has it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Page } from '@playwright/test'
import { expect, test } from './fixtures'

interface Way {
  control: string
  clear: string
  /** Who signs out: a form that leaves the page, or script on it, before it is left. */
  by: 'form' | 'script'
  /** The page looks whether it was restored. */
  looks?: true
}

const CONTROLS = ['private, max-age=600', 'no-cache', 'no-store']
const CLEARS = ['', '"cache", "cookies"']
const eachWay = (by: Way['by']): Way[] =>
  CONTROLS.flatMap((control) => CLEARS.map((clear) => ({ control, clear, by })))

/** The page of whoever the cookie names. */
function shop(asked: string[]): Server {
  return createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    if (url.pathname === '/cart') asked.push(url.search)
    answer(request, response, url)
  })
}

function answer(request: IncomingMessage, response: ServerResponse, { pathname, search, searchParams }: URL) {
  const page = (text: string) => {
    response.setHeader('Content-Type', 'text/html')
    const looks = searchParams.has('looks') ? 'if (event.persisted) location.reload()' : ''
    response.end(`<!doctype html><title>shop</title><p>${text}</p>
      <form method="post" action="/out${search}"><button>Sign out</button></form>
      <script>addEventListener('pageshow', (event) => { ${looks} })</script>`)
  }
  if (pathname === '/in') {
    response.writeHead(303, { Location: `/cart${search}`, 'Set-Cookie': 'who=mina; Path=/; HttpOnly' }).end()
  } else if (pathname === '/cart') {
    response.setHeader('Cache-Control', searchParams.get('control')!)
    page(request.headers.cookie?.includes('who=mina') ? 'Mina: apple' : 'nobody')
  } else if (pathname === '/out') {
    response.setHeader('Set-Cookie', 'who=; Path=/; Max-Age=0')
    response.setHeader('Cache-Control', 'no-store')
    const clear = searchParams.get('clear')
    if (clear) response.setHeader('Clear-Site-Data', clear)
    page('signed out')
  } else page('signed out')
}

/** @returns what is shown after Back, and whether the page was asked for */
async function back(page: Page, origin: string, asked: string[], { by, looks, ...way }: Way) {
  const search = new URLSearchParams({ ...way, ...(looks && { looks: '' }) })
  await page.goto(`${origin}/in?${search}`)
  if (by === 'form') await page.getByRole('button').click()
  else
    await page.evaluate(async (out) => {
      await fetch(out, { method: 'POST' })
      setTimeout(() => location.assign('/bye'))
    }, `/out?${search}`)
  await expect(page.getByText('signed out')).toBeVisible()
  const before = asked.length
  await page.evaluate(() => void setTimeout(() => history.back()))
  const shown = page.getByText(/^(Mina: apple|nobody)$/)
  await expect(shown).toBeVisible()
  if (looks) await expect(page.getByText('nobody')).toBeVisible()
  return [await shown.textContent(), asked.length > before]
}

for (const [name, cached, ways, expected] of [
  ['a form signs out: the page comes back as it was, whatever it said', true, eachWay('form'), () => true],
  [
    'script signs out while the page is open: only one that said no-store is asked for again',
    true,
    eachWay('script'),
    ({ control }: Way) => control !== 'no-store',
  ],
  [
    'a page that looks whether it was restored asks again, whatever it said',
    true,
    eachWay('form').map((way) => ({ ...way, looks: true as const })),
    () => false,
  ],
  [
    'without the back/forward cache there is still the other one, and Clear-Site-Data empties it',
    false,
    eachWay('form'),
    ({ control, clear }: Way) => control !== 'no-store' && clear === '',
  ],
] as const)
  test(name, async ({ launchOptions }) => {
    const asked: string[] = []
    const server = shop(asked).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`
    const ignoreDefaultArgs = cached ? ['--disable-back-forward-cache'] : []
    const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs })
    try {
      const seen: [Way, ...unknown[]][] = []
      for (const way of ways as Way[]) {
        const context = await browser.newContext()
        seen.push([way, ...(await back(await context.newPage(), origin, asked, way))])
        await context.close()
      }
      const hers = expected as (way: Way) => boolean
      expect(seen).toEqual(
        (ways as Way[]).map((way) => (hers(way) ? [way, 'Mina: apple', false] : [way, 'nobody', true])),
      )
    } finally {
      await browser.close()
      server.closeAllConnections()
      server.close()
    }
  })

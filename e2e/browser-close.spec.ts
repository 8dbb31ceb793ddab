/** X08 for real: a browser with a profile on disk is closed and opened again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { lab as browserClose } from '@/lib/labs/x08-browser-close/lab'
import { expect, LANES, type Lane, test } from './fixtures'

const { PORT = '3000' } = process.env
const origin = `http://localhost:${PORT}`

test.describe.configure({ timeout: 120_000 })

interface Made {
  sandbox: { id: string }
  users: { email: string; password: string }[]
}

const call = <T>(page: Page, method: string, path: string, body?: object, bearer?: string): Promise<T> =>
  page.evaluate(
    async ([url, init]) => {
      const text = await (await fetch(url, init)).text()
      return text ? JSON.parse(text) : null
    },
    [
      path,
      {
        method,
        headers: {
          ...(body && { 'Content-Type': 'application/json' }),
          ...(bearer && { Authorization: `Bearer ${bearer}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    ] as const,
  )

type Issued = { accessToken?: string; customer?: object | null }

/** Memory is gone with the page, so the jwt lane asks for a new token first, as the shop's page does. */
async function isKnown(page: Page, lane: Lane, path: string): Promise<boolean> {
  const renewed = lane === 'jwt' ? await call<Issued>(page, 'POST', `${path}/refresh`) : null
  const { customer } = await call<Issued>(page, 'GET', `${path}/me`, undefined, renewed?.accessToken)
  return customer != null
}

/** The cookie from before, sent by somebody who is no browser. */
async function copyGetsIn(lane: Lane, path: string, copy: string): Promise<boolean> {
  const [name, value] = lane === 'jwt' ? ['Authorization', `Bearer ${copy}`] : ['Cookie', copy]
  const answer = await fetch(`${origin}${path}/me`, { headers: { [name!]: value! } })
  return (await answer.json()).customer != null
}

for (const position of browserClose.positions.filter(({ id }) => id !== 'local-storage'))
  test(`closed and opened again, ${position.id}`, async ({ launchOptions }) => {
    const profile = mkdtempSync(join(tmpdir(), 'remember-me-profile-'))
    const launch = () => chromium.launchPersistentContext(profile, launchOptions)
    try {
      const before = await launch()
      const { paths, copies } = await signedIn(before, position.dials)
      await expect.poll(() => isWritten(profile), { timeout: 40_000 }).toBe(true)
      await before.close()

      const after = await launch()
      const page = after.pages()[0] ?? (await after.newPage())
      await page.goto(`${origin}/code`)
      for (const lane of LANES) {
        const { reopened, copy } = position.expected[lane]!
        expect([lane, await isKnown(page, lane, paths[lane])]).toEqual([lane, reopened === 'signed-in'])
        expect([lane, await copyGetsIn(lane, paths[lane], copies[lane])]).toEqual([lane, copy === 'gets-in'])
      }
      const stored = await page.evaluate(() => [localStorage.getItem('kept'), sessionStorage.getItem('kept')])
      expect(stored).toEqual(['yes', null])
      await after.close()
    } finally {
      rmSync(profile, { recursive: true, force: true })
    }
  })

/** Chromium writes local storage some seconds later, and not always when it is closed. */
function isWritten(profile: string): boolean {
  const folder = join(profile, 'Default/Local Storage/leveldb')
  return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes('kept'))
}

async function signedIn(context: BrowserContext, dials: object) {
  const page = await context.newPage()
  await page.goto(`${origin}/code`)
  const { sandbox, users } = await call<Made>(page, 'POST', '/api/sandbox', {})
  await call(page, 'PATCH', '/api/sandbox/settings', dials)
  await page.evaluate(() => {
    localStorage.setItem('kept', 'yes')
    sessionStorage.setItem('kept', 'yes')
  })
  const { email, password } = users[0]!
  const paths = {} as Record<Lane, string>
  const copies = {} as Record<Lane, string>
  for (const lane of LANES) {
    const path = `/api/${lane}/${sandbox.id}/laptop`
    const { accessToken } = await call<Issued>(page, 'POST', `${path}/sign-in`, { email, password })
    const [cookie] = (await context.cookies(origin + path)).filter((one) => one.path === path)
    paths[lane] = path
    copies[lane] = accessToken ?? `${cookie!.name}=${cookie!.value}`
  }
  return { paths, copies }
}

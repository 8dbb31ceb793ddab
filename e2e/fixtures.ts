/** What the browser tests share: a page with its own sandbox, and the panel's data as the page itself gets it. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Exchange } from '@/lib/trace/model/exchange'

export const LANES = ['cookie', 'session', 'jwt'] as const
export type Lane = (typeof LANES)[number]

export const COOKIE_NAME = { cookie: '__Secure-visit', session: '__Secure-session', jwt: '__Secure-refresh' }

/** @param firstVisit the path of the first acts is shown; elsewhere it was walked before */
export const test = base.extend<{ site: Site; firstVisit: boolean }>({
  firstVisit: [false, { option: true }],
  context: async ({ context, firstVisit }, use) => {
    if (!firstVisit) await context.addInitScript(walkedPath)
    await use(context)
  },
  site: async ({ page }, use) => {
    const site = new Site(page)
    await site.open()
    await use(site)
  },
})

function walkedPath() {
  try {
    localStorage.setItem('remember-me:path', 'done')
  } catch {
    // A page without storage has no path.
  }
}

export { expect }

export class Site {
  constructor(readonly page: Page) {}

  async open(path = '/') {
    await this.page.goto(path)
    await expect(this.page.getByRole('button', { name: 'Add Apple' }).first()).toBeEnabled()
  }

  /** A lane's own page, with or without a language. */
  async openLane(path: string) {
    await this.page.goto(path)
    // On a phone the shelf is behind a tab, and the apple above it.
    await expect(this.page.getByRole('button', { name: /Apple|사과/ }).first()).toBeEnabled()
  }

  /** The products of a lane's own page. */
  get shelf() {
    return this.page.getByRole('list', { name: /^(Products|상품)$/ })
  }

  lane(lane: Lane) {
    return this.page.getByRole('region', { name: new RegExp(`${lane}$`) })
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Presses a button of the lockstep bar and waits until each lane has answered. */
  async act(name: string, action: Exchange['action'], count = LANES.length) {
    const seen = (await this.exchanges()).at(-1)?.seq ?? 0
    await this.button(name).click()
    await expect
      .poll(async () => (await this.exchanges(seen)).filter((one) => one.action === action).length)
      .toBe(count)
  }

  async device(name: 'laptop' | 'phone') {
    const radio = this.page.getByRole('radio', { name })
    await radio.press('Space')
    await expect(radio).toBeChecked()
  }

  /** The same call that the page makes. */
  async control<T>(path: string, method = 'GET', body?: unknown): Promise<{ status: number; body: T }> {
    return this.page.evaluate(
      async ([url, init]) => {
        const response = await fetch(url, init)
        const text = await response.text()
        return { status: response.status, body: text ? JSON.parse(text) : null }
      },
      [
        `/api/sandbox${path}`,
        {
          method,
          ...(body !== undefined && {
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          }),
        },
      ] as const,
    )
  }

  async exchanges(after = 0): Promise<Exchange[]> {
    const { body } = await this.control<{ exchanges: Exchange[]; more: boolean }>(`/exchanges?after=${after}`)
    const last = body.exchanges.at(-1)
    return body.more && last ? [...body.exchanges, ...(await this.exchanges(last.seq))] : body.exchanges
  }

  /** Whole, with heads as they were. */
  async exchange(id: string): Promise<Exchange> {
    const { body } = await this.control<Exchange & { exchange?: Exchange }>(`/exchanges/${id}`)
    return body.exchange ?? body
  }

  async sandboxId(): Promise<string> {
    const { body } = await this.control<{ sandbox: { id: string } }>('')
    return body.sandbox.id
  }
}

export async function anotherVisitor(context: BrowserContext): Promise<Site> {
  const site = new Site(await context.newPage())
  await site.open()
  return site
}

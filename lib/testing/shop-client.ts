/** A client of one lane: keeps cookies by name and Path, and an access token in memory, and nothing else. */
import { CookieJar, type KeptCookie } from '@/lib/labs/stage/jar'
import type { StrategyName } from '@/lib/strategies/strategy'
import { callApi, ORIGIN } from './api'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
  body: any
  headers: Headers
  /** The Set-Cookie field values, literally. */
  setCookie: string[]
}

export class ShopClient {
  readonly base: string
  readonly jar = new CookieJar()
  accessToken: string | null = null

  constructor(
    readonly strategy: StrategyName,
    readonly sandboxId: string,
    readonly device = 'laptop',
  ) {
    this.base = `/api/${strategy}/${sandboxId}/${device}`
  }

  get cookies(): KeptCookie[] {
    return this.jar.cookies
  }

  set cookies(cookies: KeptCookie[]) {
    this.jar.cookies = cookies
  }

  /** Somebody else with the same credentials: what a thief has. */
  copy(): ShopClient {
    const other = new ShopClient(this.strategy, this.sandboxId, this.device)
    other.cookies = this.jar.copy().cookies
    other.accessToken = this.accessToken
    return other
  }

  /** The credential that rides on ordinary requests: a cookie value, or the access token. */
  get credential(): string | null {
    if (this.accessToken) return this.accessToken
    return this.cookies.find(({ path }) => path === this.base)?.value ?? null
  }

  /** Puts another text in its place. */
  present(text: string) {
    if (this.strategy === 'jwt') this.accessToken = text
    else this.cookies = [{ name: COOKIE[this.strategy], value: text, path: this.base }]
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Answer> {
    const response = await callApi(`${this.base}/${path}`, {
      method,
      signal,
      headers: {
        ...this.headersFor(`${this.base}/${path}`),
        ...(body !== undefined && JSON_BODY),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return this.keep(response)
  }

  get = (path: string) => this.send('GET', path)
  post = (path: string, body: unknown = {}) => this.send('POST', path, body)
  add = (sku: string, quantity = 1) => this.post('cart/items', { sku, quantity })

  private headersFor(path: string): Record<string, string> {
    const cookie = this.jar.fieldFor(path)
    return {
      Host: new URL(ORIGIN).host,
      ...(cookie && { Cookie: cookie }),
      ...(this.accessToken && { Authorization: `Bearer ${this.accessToken}` }),
    }
  }

  private async keep(response: Response): Promise<Answer> {
    const setCookie = response.headers.getSetCookie()
    for (const line of setCookie) this.jar.store(line)
    const text = await response.text()
    const body = text ? JSON.parse(text) : null
    if (body?.accessToken) this.accessToken = body.accessToken
    return { status: response.status, body, headers: response.headers, setCookie }
  }
}

const COOKIE = { cookie: '__Secure-visit', session: '__Secure-session', jwt: '__Secure-refresh' }
const JSON_BODY = { 'Content-Type': 'application/json' }

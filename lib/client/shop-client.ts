/**
 * A client of one lane that is no browser: a cookie jar, and a place in memory for an access token. Others may be handed what it holds, and
 * send it as if it were theirs. Over which way its requests go is a matter of its transport.
 */
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { CookieJar } from './jar.ts'
import type { Transport, WireAnswer } from './transport.ts'

export interface ClientOptions<A extends WireAnswer = WireAnswer> {
  strategy: StrategyName
  /** Public name of the sandbox. */
  sandbox: string
  device: Device
  transport: Transport<A>
  /** What the server calls a cookie, where that is not its name: lib/http/cookies.ts. */
  nameOf?: (cookieName: string) => string
}

export class ShopClient<A extends WireAnswer = WireAnswer> {
  readonly strategy: StrategyName
  readonly device: Device
  /** Of all its requests, and of the cookies that ride on all of them. */
  readonly path: string
  jar = new CookieJar()
  accessToken: string | null = null
  /** As in fetch. `omit`: nothing goes along, and nothing that comes is kept. `cookies`: only what a browser attaches by itself. */
  credentials: 'include' | 'cookies' | 'omit' = 'include'
  readonly #options: ClientOptions<A>

  constructor(options: ClientOptions<A>) {
    this.#options = options
    this.strategy = options.strategy
    this.device = options.device
    this.path = `/api/${options.strategy}/${options.sandbox}/${options.device}`
  }

  get = (operation: string) => this.send('GET', operation)
  post = (operation: string, body: unknown = {}) => this.send('POST', operation, body)
  add = (sku = 'apple', quantity = 1) => this.post('cart/items', { sku, quantity })
  signIn = ({ email, password }: { email: string; password: string }) =>
    this.post('sign-in', { email, password })

  /**
   * @param body as JSON; a string goes as it is
   * @param headers besides those that the client makes itself; a field of the same name replaces it
   */
  async send(
    method: string,
    operation: string,
    body?: unknown,
    headers: HeaderLine[] = [],
    signal?: AbortSignal,
  ): Promise<A> {
    const path = `${this.path}/${operation}`
    const given = new Set(headers.map(([name]) => name.toLowerCase()))
    const own = this.fieldsFor(path, body).filter(([name]) => !given.has(name.toLowerCase()))
    const answer = await this.#options.transport({
      method,
      path,
      headers: [...own, ...headers],
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      signal,
    })
    this.keep(answer)
    return answer
  }

  /** What it would send there. */
  fieldsFor(path: string, body?: unknown): HeaderLine[] {
    const cookie = this.credentials === 'omit' ? null : this.jar.fieldFor(path)
    const bearer = this.credentials === 'include' ? this.accessToken : null
    return [
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] satisfies HeaderLine]),
      ...(cookie ? [['Cookie', cookie] satisfies HeaderLine] : []),
      ...(bearer ? [['Authorization', `Bearer ${bearer}`] satisfies HeaderLine] : []),
    ]
  }

  /** Takes what an answer brings, as a browser and the shop's page do. */
  keep({ setCookie, body }: Pick<WireAnswer, 'setCookie' | 'body'>): void {
    if (this.credentials === 'omit') return
    for (const line of setCookie) this.jar.store(line)
    if (typeof body?.accessToken === 'string') this.accessToken = body.accessToken
  }

  /** The credential that rides on ordinary requests: a cookie value, or the access token. */
  get credential(): string | null {
    return this.accessToken ?? this.jar.cookies.find(({ path }) => path === this.path)?.value ?? null
  }

  get refreshToken(): string | null {
    return this.jar.cookies.find(({ path }) => path === `${this.path}/refresh`)?.value ?? null
  }

  /** Sends this text in its place from now on. */
  present(text: string, cookieName = COOKIE[this.strategy]): void {
    if (cookieName) this.hold(cookieName, text)
    else this.accessToken = text
  }

  /** This cookie and no other, as if it had been set here. @param under what its Path has behind the device's, e.g. "/refresh" */
  hold(cookieName: string, value: string, under = ''): void {
    const name = this.#options.nameOf?.(cookieName) ?? cookieName
    this.jar.cookies = [{ name, value, path: this.path + under }]
  }

  /** Somebody else at the same place with all that lets this one in: another tab, or a thief. */
  copy(): ShopClient<A> {
    const other = new ShopClient(this.#options)
    other.copyFrom(this)
    return other
  }

  /** Everything that lets the other one in, and nothing else of it: no password, no address. The Path is that of this client. */
  copyFrom(other: ShopClient): void {
    this.accessToken = other.accessToken
    this.jar = other.jar.copy()
    for (const cookie of this.jar.cookies) cookie.path = cookie.path.replace(other.path, this.path)
  }

  /** As after a reload of the page: what lay in memory is gone. */
  reload(): void {
    this.accessToken = null
  }

  /** As after clearing all site data. */
  forget(): void {
    this.reload()
    this.jar = new CookieJar()
  }
}

/** null: the access token rides in the Authorization field. */
const COOKIE: Record<StrategyName, string | null> = {
  cookie: '__Secure-visit',
  session: '__Secure-session',
  jwt: null,
}

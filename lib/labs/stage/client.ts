/**
 * One of a lab's devices: a small HTTP client with a cookie jar and a place in memory for an access token. The attacker is such a
 * client too, and has nothing but what was copied to it.
 */
import { randomUUID } from 'node:crypto'
import type { Agent } from 'node:http'
import { nameHere } from '@/lib/http/cookies'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { type Answered, ownSocket, sendToSelf } from '../run/send'
import { CookieJar } from './jar'

export interface Reply extends Answered {
  /** null: the body is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a client looks into what it got.
  json: any
  /** As the wire tap recorded it; null: it was not seen. */
  exchange: Exchange | null
}

/** Who notices what is sent: the room (room.ts). */
export interface Witness {
  /** The exchange whose request carried this User-Agent. */
  recorded(userAgent: string): Promise<Exchange | null>
  noted(device: Device, reply: Reply): void
}

export class LabClient {
  readonly path: string
  jar = new CookieJar()
  accessToken: string | null = null
  /** As in fetch. `omit`: nothing goes along, and nothing that comes is kept. `cookies`: only what a browser attaches by itself. */
  credentials: 'include' | 'cookies' | 'omit' = 'include'
  #agent: Agent | undefined

  constructor(
    readonly strategy: StrategyName,
    readonly device: Device,
    room: string,
    private readonly witness: Witness,
  ) {
    this.path = `/api/${strategy}/${room}/${device}`
  }

  get = (operation: string) => this.send('GET', operation)
  post = (operation: string, body: object = {}) => this.send('POST', operation, body)
  add = (sku = 'apple', quantity = 1) => this.post('cart/items', { sku, quantity })

  /** From now on all its requests follow one another on one connection. */
  holdConnection(): void {
    this.#agent = ownSocket()
  }

  /** @param headers besides those that the client makes itself; a field of the same name replaces it */
  async send(
    method: string,
    operation: string,
    body?: object | string,
    headers: HeaderLine[] = [],
  ): Promise<Reply> {
    const path = `${this.path}/${operation}`
    const userAgent = `lab-${this.device}/${randomUUID().slice(0, 8)}`
    const given = new Set(headers.map(([name]) => name.toLowerCase()))
    const own = this.fieldsFor(path, body).filter(([name]) => !given.has(name.toLowerCase()))
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    const recorded = this.witness.recorded(userAgent)
    const answer = await sendToSelf({
      method,
      path,
      headers: [['User-Agent', userAgent], ...own, ...headers],
      body: text,
      agent: this.#agent,
    })
    const reply = { ...answer, json: parsed(answer.text), exchange: await recorded }
    this.keep(reply)
    // As the shop's page does: memory is cleared with the sign-in.
    if (operation === 'sign-out' && reply.status === 204) this.accessToken = null
    this.witness.noted(this.device, reply)
    return reply
  }

  /** A head that is too long for the server to look at: no wire tap sees it. @returns the status of the answer */
  async sendLongHead(octets: number): Promise<number> {
    const field = COOKIE[this.strategy] ? 'Cookie' : 'Authorization'
    const headers: HeaderLine[] = [[field, 'x'.repeat(octets)]]
    return (await sendToSelf({ method: 'GET', path: `${this.path}/cart`, headers })).status
  }

  /** Everything that lets the other one in, and nothing else of it: no password, no address. The Path is that of this device. */
  copyFrom(other: LabClient): void {
    this.accessToken = other.accessToken
    this.jar = other.jar.copy()
    for (const cookie of this.jar.cookies) cookie.path = cookie.path.replace(other.path, this.path)
  }

  /** The credential that rides on ordinary requests: a cookie value, or the access token. */
  get credential(): string | null {
    return this.accessToken ?? this.jar.cookies.find(({ path }) => path === this.path)?.value ?? null
  }

  /** Sends this text in its place from now on. */
  present(text: string, cookieName = COOKIE[this.strategy]): void {
    if (cookieName) this.hold(cookieName, text)
    else this.accessToken = text
  }

  /** This cookie and no other, as if it had been set here. @param under what its Path has behind the device's, e.g. "/refresh" */
  hold(cookieName: string, value: string, under = ''): void {
    this.jar.cookies = [{ name: nameHere(cookieName), value, path: this.path + under }]
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
  keep({ headers, json }: Pick<Reply, 'headers' | 'json'>): void {
    if (this.credentials === 'omit') return
    for (const [name, value] of headers) if (name.toLowerCase() === 'set-cookie') this.jar.store(value)
    if (typeof json?.accessToken === 'string') this.accessToken = json.accessToken
  }
}

/** null: the access token rides in the Authorization field. */
const COOKIE: Record<StrategyName, string | null> = {
  cookie: '__Secure-visit',
  session: '__Secure-session',
  jwt: null,
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// One of a class: asks for what a browser asks for when the page opens, and for what the page asks for when its visitor shops in the three
// lanes, over as many connections as a browser has. It knows what was acknowledged, and what it was told of.
import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { CookieJar } from '../../lib/client/jar.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { API, BROWSER, type Fields, filesOf, PAGE, STREAM } from './browser-fields.ts'
import type { Notes } from './notes.ts'
import { PRODUCTS } from './products.ts'
import { answerOf, plain, type Reply } from './reply.ts'
import { LANES } from './stage.ts'

/** A browser's, to one host (HTTP/1.1). The stream has one of its own here. */
const CONNECTIONS = 6
/** Milliseconds. */
const PATIENCE = 60_000
/** Milliseconds: as long the page waits for its stream before it reads the carts (app/_live/connection/start.ts). */
const STREAM_PATIENCE = 1500

interface Asked {
  method: string
  path: string
  headers: Fields
  text?: string
}

interface More {
  body?: object
  fields?: Fields
  /** What asks, by the fields that it sends; null: `fields` say it. */
  as?: Fields | null
  /** Whether another answer than 2xx is none that refuses. */
  fine?(reply: Reply): boolean
}

export class Learner {
  readonly #notes: Notes
  readonly #to: { host: string; port: number }
  readonly host: string
  readonly origin: string
  sandbox = ''
  #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  #jar = new CookieJar()
  #token: string | null = null
  /** Exchanges: those that this learner caused, and the numbers of those that it was told of. */
  #caused = 0
  #told = new Set<number>()
  #stream: ClientRequest | null = null
  #left = false
  #user: { email: string; password: string } | undefined
  #nth = 0
  /** Acknowledged, in the order of the lanes. */
  readonly added = LANES.map(() => 0)

  constructor(port: number, notes: Notes) {
    this.#to = { host: '127.0.0.1', port }
    this.#notes = notes
    this.host = `localhost:${port}`
    this.origin = `http://${this.host}`
  }

  /** Opens the page, shops until then, and looks whether all is there. One change in all lanes every so often, as fast as it is answered. */
  async attend(until: number, every: number) {
    try {
      await this.#open()
      await this.#inAll('read', 'GET', 'cart')
      await this.#pause(every)
      await this.#inAll('sign-in', 'POST', 'sign-in', this.#user)
      while (performance.now() < until) {
        const next = performance.now() + every * (0.7 + 0.6 * Math.random())
        await this.#add()
        await sleep(Math.max(0, next - performance.now()))
      }
      await this.#look()
    } finally {
      this.#leave()
    }
  }

  #pause = (every: number) => sleep(every * Math.random())

  async #open() {
    const page = await this.#get('page', '/', PAGE)
    if (page.status !== 200) throw new Error('has no page')
    await Promise.all(filesOf(page.text ?? '').map(({ path, fields }) => this.#get('file', path, fields)))
    await this.#ask('sandbox', 'POST', '/api/sandbox')
    const { status, body } = await this.#ask('sandbox', 'GET', '/api/sandbox')
    if (status !== 200) throw new Error('has no sandbox')
    const { sandbox, users } = body
    this.sandbox = sandbox.id
    this.#user = { email: users[0].email, password: users[0].password }
    await Promise.all([
      this.#ask('catalogue', 'GET', '/api/catalogue'),
      this.#ask('settings', 'GET', '/api/sandbox/settings'),
      Promise.race([this.#listen(), sleep(STREAM_PATIENCE)]),
    ])
  }

  async #add() {
    const sku = PRODUCTS[this.#nth++ % PRODUCTS.length]
    const answers = await this.#inAll('add', 'POST', 'cart/items', { sku, quantity: 1 })
    for (const [nth, { status }] of answers.entries()) if (status === 200) this.added[nth]!++
  }

  /** All that was acknowledged is in the cart, and all that was asked is on the timeline. */
  async #look() {
    const carts = await this.#inAll('read', 'GET', 'cart')
    for (const [nth, { status, body }] of carts.entries()) {
      if (status !== 200) continue
      const there = body.lines.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0)
      this.#notes.adds += this.added[nth]!
      this.#notes.lostAdds += Math.max(0, this.added[nth]! - there)
    }
    const last = performance.now() + PATIENCE
    while (this.#told.size < this.#caused && performance.now() < last) await sleep(50)
    this.#notes.exchanges += this.#caused
    this.#notes.untold += Math.max(0, this.#caused - this.#told.size)
  }

  #leave() {
    this.#left = true
    this.#stream?.destroy()
    this.#agent.destroy()
  }

  #inAll = (kind: string, method: string, path: string, body?: object) =>
    Promise.all(LANES.map((lane) => this.#inLane(kind, lane, method, path, body)))

  async #inLane(kind: string, lane: StrategyName, method: string, path: string, body?: object) {
    const url = `/api/${lane}/${this.sandbox}/laptop/${path}`
    const expired = ({ status, body: said }: Reply) => status === 401 && said?.code === 'credential_expired'
    const send = () => {
      const fields: Fields = lane === 'jwt' && this.#token ? { Authorization: `Bearer ${this.#token}` } : {}
      return this.#record(kind, method, url, { body, fields, fine: expired })
    }
    const answer = await send()
    if (!expired(answer)) return answer
    await this.#record('refresh', 'POST', `/api/jwt/${this.sandbox}/laptop/refresh`)
    return send()
  }

  async #record(kind: string, method: string, url: string, more?: More) {
    const answer = await this.#ask(kind, method, url, more)
    if (answer.status > 0) this.#caused++
    if (answer.body?.expiresIn !== undefined) this.#token = answer.body.accessToken
    return answer
  }

  #get = (kind: string, path: string, fields: Fields) => this.#ask(kind, 'GET', path, { fields, as: null })

  /** Never fails: the status is 0 then. */
  async #ask(
    kind: string,
    method: string,
    path: string,
    { body, fields = {}, as = API, fine = () => false }: More = {},
  ): Promise<Reply> {
    const from = performance.now()
    const text = body && JSON.stringify(body)
    const headers: Fields = { ...as, ...fields, ...(text && { 'Content-Type': 'application/json' }) }
    if (as && method !== 'GET') headers.Origin = this.origin
    const answer = await this.#send({ method, path, headers, text }).catch(
      ({ code, message }: NodeJS.ErrnoException): Reply => ({ status: 0, why: code ?? message }),
    )
    this.#notes.answered(kind, performance.now() - from)
    if ((answer.status < 200 || answer.status > 299) && !fine(answer))
      this.#notes.refuse(kind, answer.why ?? `${answer.status} ${answer.body?.code ?? ''}`)
    return answer
  }

  async #send(asked: Asked, again = false): Promise<Reply> {
    const sending = this.#request(asked, { agent: this.#agent, timeout: PATIENCE })
    sending.on('timeout', () => sending.destroy(new Error('no answer in time')))
    sending.end(asked.text)
    try {
      const [response] = (await once(sending, 'response')) as [IncomingMessage]
      const octets = Buffer.concat(await response.toArray())
      for (const line of response.headers['set-cookie'] ?? []) this.#jar.store(line)
      return answerOf(response, octets)
    } catch (error) {
      if (again || !sending.reusedSocket || (error as NodeJS.ErrnoException).code !== 'ECONNRESET')
        throw error
      this.#notes.repeated++
      return this.#send(asked, true)
    }
  }

  #request({ method, path, headers }: Asked, more: RequestOptions) {
    this.#notes.requests++
    const cookie = this.#jar.fieldFor(path.split('?')[0]!)
    const page = headers['Sec-Fetch-Mode'] !== 'navigate' && { Referer: `${this.origin}/` }
    const fields = { Host: this.host, ...BROWSER, ...headers, ...page, ...(cookie && { Cookie: cookie }) }
    return request({ ...this.#to, method, path, headers: fields, ...more })
  }

  /** Resolves when it is open; it is read until the learner leaves. */
  async #listen() {
    const from = performance.now()
    const asking = this.#request(
      { method: 'GET', path: '/api/sandbox/events', headers: STREAM },
      { agent: new Agent() },
    )
    const refused = (why: string | number) => this.#left || this.#notes.refuse('stream', why)
    asking.on('error', ({ code, message }: NodeJS.ErrnoException) => refused(code ?? message))
    asking.end()
    this.#stream = asking
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    this.#notes.answered('stream', performance.now() - from)
    response.on('close', () => refused('closed'))
    if (response.statusCode !== 200) return refused(response.statusCode ?? 0)
    this.#read(plain(response))
  }

  #read(stream: Readable) {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('error', () => {})
    stream.on('data', (chunk: string) => {
      const events = (rest + chunk).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) this.#hear(event)
    })
  }

  #hear(event: string) {
    const [, type, seq] = /^event: (\w+)\nid: [^\n]*-(\d+)/.exec(event) ?? []
    if (type === 'exchange') this.#told.add(Number(seq))
    else if (type === 'reset') void this.#load(0)
  }

  async #load(after: number) {
    const { body } = await this.#ask('exchanges', 'GET', `/api/sandbox/exchanges?after=${after}`)
    for (const { seq } of body?.exchanges ?? []) this.#told.add(seq)
    if (body?.more) await this.#load(body.exchanges.at(-1).seq)
  }
}

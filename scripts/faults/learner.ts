// One of a class: asks for what a browser asks for when the page opens, and for what the page asks for when its visitor shops in the three
// lanes, over as many connections as a browser has. It knows what was acknowledged, and what it was told of.
import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib'
import { CookieJar } from '../../lib/client/jar.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { PRODUCTS } from './products.ts'
import { LANES } from './stage.ts'

/** A browser's, to one host (HTTP/1.1). The stream has one of its own here. */
const CONNECTIONS = 6
/** Milliseconds. */
const PATIENCE = 60_000
/** Milliseconds: as long the page waits for its stream before it reads the carts (app/_live/connection/start.ts). */
const STREAM_PATIENCE = 1500

const BROWSER = {
  'sec-ch-ua-platform': '"Windows"',
  'User-Agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome Safari/537.36',
  'sec-ch-ua': '"Chromium";v="148", "Google Chrome";v="148", "Not/A)Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en-GB,en;q=0.9,ko;q=0.8',
}
const fetched = (mode: string, dest: string, accept: string) => ({
  Accept: accept,
  'Sec-Fetch-Site': mode === 'navigate' ? 'none' : 'same-origin',
  'Sec-Fetch-Mode': mode,
  'Sec-Fetch-Dest': dest,
})
const PAGE = {
  ...fetched('navigate', 'document', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
  'Upgrade-Insecure-Requests': '1',
  'Sec-Fetch-User': '?1',
}
/** `cache: 'no-store'` (app/_live/requests/http.ts). */
const API = { ...fetched('cors', 'empty', '*/*'), 'Cache-Control': 'no-cache', Pragma: 'no-cache' }
const STREAM = { ...fetched('cors', 'empty', 'text/event-stream'), 'Cache-Control': 'no-cache' }

/** What all learners together have seen. */
export class Notes {
  /** Milliseconds, by kind. */
  times: Record<string, number[]> = {}
  /** How often, by what was answered instead. */
  refused = new Map<string, number>()
  requests = 0
  /** Asked for again, as a browser does, because the connection had been let go in the same moment. */
  repeated = 0
  /** Acknowledged adds, and those of them that are in no cart. */
  adds = 0
  lostAdds = 0
  exchanges = 0
  untold = 0

  answered(kind: string, ms: number) {
    const known = this.times[kind] ?? []
    this.times[kind] = known
    known.push(ms)
  }

  refuse(kind: string, why: string | number) {
    const key = `${kind} ${why}`
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1)
  }
}

type Fields = Record<string, string>

interface Asked {
  method: string
  path: string
  headers: Fields
  text?: string
}

interface Reply {
  /** 0: there was none. */
  status: number
  text?: string
  // biome-ignore lint/suspicious/noExplicitAny: who asks knows what comes.
  body?: any
  /** Why there was none. */
  why?: string
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

/** What the page names: its style sheets, scripts, fonts and pictures. Each once, as a first visit fetches them. */
function filesOf(html: string) {
  const paths = new Map<string, Fields>()
  for (const [tag, path] of html.matchAll(/<(?:link|script|img)[^>]*?\s(?:href|src)="(\/[^"]+)"[^>]*>/g))
    if (!/rel="(?:alternate|canonical)"/.test(tag)) paths.set(path!.replaceAll('&amp;', '&'), fieldsFor(tag))
  return [...paths].map(([path, fields]) => ({ path, fields }))
}

function fieldsFor(tag: string) {
  if (tag.includes('stylesheet')) return fetched('no-cors', 'style', 'text/css,*/*;q=0.1')
  if (tag.includes('as="font"')) return fetched('cors', 'font', '*/*')
  if (tag.startsWith('<script') || tag.includes('as="script"')) return fetched('no-cors', 'script', '*/*')
  return fetched('no-cors', 'image', 'image/avif,image/webp,*/*;q=0.8')
}

function answerOf({ statusCode: status = 0, headers }: IncomingMessage, octets: Buffer): Reply {
  const type = headers['content-type'] ?? ''
  const isJson = /json/.test(type)
  // Of files nobody here wants to know more than that they came.
  if (!isJson && !/html/.test(type)) return { status }
  const coding = headers['content-encoding']
  const text = opened(octets, coding).toString()
  return isJson && text ? { status, body: JSON.parse(text) } : { status, text }
}

function opened(octets: Buffer, coding: string | undefined): Buffer {
  if (coding === 'gzip') return gunzipSync(octets)
  return coding === 'br' ? brotliDecompressSync(octets) : octets
}

function plain(response: IncomingMessage) {
  const coding = response.headers['content-encoding']
  if (coding === 'gzip') return response.pipe(createGunzip())
  return coding === 'br' ? response.pipe(createBrotliDecompress()) : response
}

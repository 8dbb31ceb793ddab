// One of a class: a sandbox with an open event stream, signed in in all three lanes with three things in each cart. An act is one change in
// all lanes at once, as the page makes it; where the access token has expired, it is refreshed and the change asked for again.
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import type { Fields } from '../faults/browser-fields.ts'
import type { Reply } from '../faults/reply.ts'
import { LANES } from '../faults/stage.ts'
import type { Notebook } from './seen.ts'
import { type Asked, type Place, Wire } from './wire.ts'

const THINGS = ['apple', 'pear', 'plum']
/** As the server writes it (lib/trace/fast/exchange-text.ts). */
const EXCHANGE = /^event: exchange\n[\s\S]*?"strategy":"(\w+)"[\s\S]*?"action":"([\w.-]+)"/
const CHANGE = 'cart.change'

const isExpired = ({ status, body }: Reply) => status === 401 && body?.code === 'credential_expired'

export class ClassVisitor {
  readonly #wire: Wire
  readonly #notes: Notebook
  readonly #waiting: Record<StrategyName, number[]> = { cookie: [], session: [], jwt: [] }
  #sandbox = ''
  #user = { email: '', password: '' }
  #token: string | null = null
  #close: (() => void) | null = null
  #rest = ''
  #quantity = 1

  constructor(place: Place, notes: Notebook) {
    this.#wire = new Wire(place, notes)
    this.#notes = notes
  }

  /** @throws when there is no sandbox, or no stream */
  async begin(): Promise<void> {
    const { status, body } = await this.#want('sandbox', { method: 'POST', path: '/api/sandbox' }, 201)
    if (status !== 201) throw new Error('has no sandbox')
    this.#sandbox = body.sandbox.id
    this.#close = await this.#wire.listen((text) => this.#hear(text))
    if (!this.#close) throw new Error('has no stream')
    const { email, password } = body.users[0]
    this.#user = { email, password }
    await this.#inAll('POST', 'sign-in', this.#user)
    for (const sku of THINGS) await this.#inAll('POST', 'cart/items', { sku, quantity: 1 })
  }

  get isHere(): boolean {
    return this.#close !== null
  }

  /** Sets a quantity in all lanes: the carts stay as large as they are. Nothing of who did not get in. */
  async act(): Promise<void> {
    if (!this.isHere) return
    this.#quantity = (this.#quantity % 9) + 1
    await this.#inAll('PATCH', 'cart/items/apple', { quantity: this.#quantity })
  }

  /** As many requests at the same moments, over the same connections, that nothing is done for. */
  async ask(path: string): Promise<void> {
    await Promise.all(LANES.map(() => this.#want('bare', { method: 'GET', path })))
  }

  /** From here on a sign-in costs a hash. */
  async changePassword(): Promise<void> {
    const next = `${this.#user.password} of my own`
    const asked = { method: 'POST', path: this.#pathOf('session', 'password') }
    const body = { current: this.#user.password, next }
    const { status } = await this.#want('password', { ...asked, body }, 204)
    if (status === 204) this.#user.password = next
  }

  /** @returns null: in; else seconds after which to come again, and NaN: refused */
  async signIn(): Promise<number | null> {
    const asked = { method: 'POST', path: this.#pathOf('session', 'sign-in'), body: this.#user }
    const { status, body, retryAfter } = await this.#wire.ask(asked)
    if (status === 200) return null
    if (status === 503 && body?.code === 'busy' && retryAfter) return retryAfter
    this.#notes.seen.refuse(`sign-in ${status} ${body?.code ?? ''}`)
    return Number.NaN
  }

  /** Changes that the stream has not told yet. */
  get untold(): number {
    return LANES.reduce((sum, lane) => sum + this.#waiting[lane].length, 0)
  }

  leave(): void {
    this.#close?.()
    this.#wire.end()
  }

  #pathOf = (lane: StrategyName, operation: string) => `/api/${lane}/${this.#sandbox}/laptop/${operation}`

  #inAll = (method: string, operation: string, body: object) =>
    Promise.all(LANES.map((lane) => this.#inLane(lane, method, operation, body)))

  async #inLane(lane: StrategyName, method: string, operation: string, body: object) {
    const path = this.#pathOf(lane, operation)
    const first = await this.#send(lane, { method, path, body })
    if (!isExpired(first)) return this.#judge(`${lane} ${operation}`, first)
    const refresh = { method: 'POST', path: this.#pathOf('jwt', 'refresh') }
    this.#keep(await this.#want('refresh', refresh))
    this.#judge(`${lane} ${operation}`, await this.#send(lane, { method, path, body }))
  }

  async #send(lane: StrategyName, { method, path, body }: Asked) {
    const fields: Fields = lane === 'jwt' && this.#token ? { Authorization: `Bearer ${this.#token}` } : {}
    if (method === 'PATCH') this.#waiting[lane].push(performance.now())
    const reply = await this.#wire.ask({ method, path, fields, body })
    // Nobody will tell of what never arrived.
    if (method === 'PATCH' && (reply.status === 0 || reply.status === 429)) this.#waiting[lane].pop()
    this.#keep(reply)
    return reply
  }

  #keep({ body }: Reply): void {
    if (typeof body?.accessToken === 'string') this.#token = body.accessToken
  }

  async #want(what: string, asked: Asked, wanted = 200): Promise<Reply> {
    const reply = await this.#wire.ask(asked)
    this.#judge(what, reply, wanted)
    return reply
  }

  #judge(what: string, { status, body, why }: Reply, wanted = 200): void {
    if (status !== wanted && why !== 'timeout')
      this.#notes.seen.refuse(`${what} ${why ?? status}${body?.code ? ` ${body.code}` : ''}`)
  }

  #hear(text: string): void {
    const events = (this.#rest + text).split('\n\n')
    this.#rest = events.pop() ?? ''
    for (const event of events) {
      const [, lane, action] = EXCHANGE.exec(event) ?? []
      const sent = action === CHANGE ? this.#waiting[lane as StrategyName]?.shift() : undefined
      if (sent !== undefined) this.#notes.seen.told.push(performance.now() - sent)
    }
  }
}

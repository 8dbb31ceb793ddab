/** The laptop: this page as a page of the shop, in the room. Cookies have the Path of the room, so that nothing of the visitor's own is touched. */
import type { SentReply, StagePage, StageReply } from '@/lib/labs/stage/browser-stage'
import type { Dials } from '@/lib/strategies/dials'
import type { Exchange } from '@/lib/trace/model/exchange'
import { injectedScript } from './injected'
import type { RoomView } from './room'
import { TokenPlace } from './token'
import type { OpenWindow } from './windows'
import { cookiesSet, credentialOf } from './wire'

type Carrier = Dials['jwt']['carrier']

export class LaptopPage implements StagePage {
  readonly injected
  private readonly token: TokenPlace
  private last: Exchange | null = null
  /** Are the cookies that were set last told to outlive the browser? */
  private outlives = true
  /** Cookies that the browser would have dropped when it was closed. */
  private dropped = false

  constructor(
    private readonly view: RoomView,
    carrier: Carrier,
    open: OpenWindow,
  ) {
    this.token = new TokenPlace(view.room, carrier)
    this.injected = injectedScript(view, open)
  }

  async signIn(): Promise<StageReply> {
    this.dropped = false
    const reply = await this.send('POST', 'sign-in', this.view.customer)
    if (reply.status !== 200) throw new Error(`sign-in answered ${reply.status}`)
    return reply
  }

  async signInAnew(): Promise<number> {
    await this.send('POST', 'sign-out')
    this.token.clear()
    await this.signIn()
    if (!this.last) throw new Error('the sign-in was not seen')
    return Date.parse(this.last.at)
  }

  async get(operation: string): Promise<SentReply> {
    const reply = await this.send('GET', operation)
    const carried = this.last && credentialOf(this.last)
    return { ...reply, heldIn: carried && (carried.in === 'cookie' ? 'cookie' : this.token.place) }
  }

  getWithNothing(operation: string): Promise<StageReply> {
    return this.exchange('GET', operation, undefined, { credentials: 'omit' })
  }

  async reload(): Promise<void> {
    this.token.forgetMemory()
    const isLost = this.view.lane === 'jwt' && this.token.held === null
    if (isLost && !this.dropped) await this.send('POST', 'refresh')
  }

  async reopen(): Promise<void> {
    this.dropped = !this.outlives
    await this.reload()
  }

  async copied(): Promise<string> {
    const text = this.last && credentialOf(this.last)?.text
    if (!text) throw new Error('the last request carried no credential')
    return text
  }

  /** What the page itself has kept goes. */
  close(): void {
    this.token.clear()
  }

  private async send(method: string, operation: string, body?: object): Promise<StageReply> {
    const bearer = this.token.held
    const headers = new Headers(bearer ? { Authorization: `Bearer ${bearer}` } : {})
    const credentials = this.dropped ? 'omit' : 'same-origin'
    const reply = await this.exchange(method, operation, body, { credentials, headers })
    if (typeof reply.json?.accessToken === 'string') this.token.keep(reply.json.accessToken)
    return reply
  }

  private async exchange(method: string, operation: string, body: object | undefined, init: RequestInit) {
    const headers = new Headers(init.headers)
    if (body) headers.set('Content-Type', 'application/json')
    const url = `${this.view.path}/${operation}`
    const answer = await fetch(url, { ...init, method, headers, body: body && JSON.stringify(body) })
    const json = await answer.json().catch(() => null)
    this.last = await this.view.next(operation)
    const set = this.last ? cookiesSet(this.last) : []
    if (set.length > 0) this.outlives = set.every(({ outlives }) => outlives)
    return { status: answer.status, json, exchange: this.last?.id ?? null }
  }
}

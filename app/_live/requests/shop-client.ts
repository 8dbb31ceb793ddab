/** One shop, one lane on one device: sends its requests one after the other. The same code for the three lanes. */

import { shownBy } from '@/lib/reading/timeline/shown-by'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { type AnswerOf, OPERATIONS } from '@/lib/shop/operations'
import type { StrategyName } from '@/lib/strategies/strategy'
import { heldIn, noteHeld, type SignInHint } from '../connection/hints'
import { noteEnded } from '../connection/no-sandbox'
import { hear, type ShopPatch, type TabMessage, tell } from '../connection/tabs'
import { customerOf } from '../state/customer-of'
import { patchShop, shopOf, useLive } from '../state/store'
import { Bearer } from './bearer'
import { byBrowser, type Carrier } from './carrier'
import { serverTime } from './clock'
import { noteHeadTooLarge } from './control'
import { Crossing } from './crossing'
import { type Answer, isOk, send } from './http'
import { inTurn } from './in-turn'
import { OwnRecords } from './own-records'
import { nowIs, patchOf, refusesVisitor } from './patch-of'
import { requestOf, type ShopRequest } from './requests'

/** The second is for who found that another tab was renewing, and whose next request tells that it got nothing. */
const MOST_RECOVERIES = 2

export class ShopClient {
  private readonly bearer: Bearer | null
  private readonly carrier: Carrier
  private queue: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private closed = false
  private readonly crossing = new Crossing()
  private readonly records = new OwnRecords()
  private readonly leave: (() => void)[]

  constructor(
    private readonly sandbox: string,
    private readonly strategy: StrategyName,
    private readonly device: VisitorDevice,
  ) {
    this.bearer = strategy === 'jwt' ? new Bearer(sandbox, device) : null
    this.carrier = this.bearer ?? byBrowser
    this.leave = [
      hear((message) => this.heard(message)),
      useLive.subscribe((now, before) => {
        if (now.exchanges !== before.exchanges) this.follow()
      }),
    ]
  }

  /** Queued behind what was asked before: ten quick clicks are ten adds. */
  ask<R extends ShopRequest>(request: R): Promise<Answer<AnswerOf<R['act']>>> {
    return this.enqueue(() => this.visit(request)) as Promise<Answer<AnswerOf<R['act']>>>
  }

  /** As many tabs would, without waiting for one another: each sends the same request `times` times at once. */
  askAtOnce(request: ShopRequest, times: number): Promise<Answer[]> {
    return this.enqueue(async () => {
      await this.carrier.prepare()
      const answers = await Promise.all(Array.from({ length: times }, () => this.exchange(request)))
      for (const answer of answers) this.carrier.keep(answer)
      const newest = answers.at(-1)
      if (newest && !this.closed) this.note(request, newest)
      return answers
    })
  }

  /** jwt: asks for a new access token now, and signs nobody out. Elsewhere nothing is sent. */
  renew(): Promise<unknown> {
    return this.enqueue(async () => this.bearer?.renew())
  }

  /** Resolves when everything asked so far has its answer. */
  async idle(): Promise<void> {
    await this.queue
  }

  /** Answers that are still to come change nothing any more. */
  close(): void {
    this.closed = true
    for (const stop of this.leave) stop()
    this.bearer?.close()
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.wait(1)
    const done = this.queue.then(work)
    this.queue = done
      .then(() => this.settle())
      .catch(() => {})
      .finally(() => this.wait(-1))
    return done
  }

  private wait(more: 1 | -1) {
    this.waiting += more
    if (!this.closed) patchShop(this.strategy, this.device, { busy: this.waiting > 0 })
  }

  private async visit(request: ShopRequest): Promise<Answer> {
    const { carrier } = this
    await carrier.prepare()
    const answer = await this.exchange(request)
    carrier.keep(answer)
    if (request.act === 'sign-out' && (isOk(answer) || refusesVisitor(answer))) carrier.drop()
    if (!this.closed) this.note(request, answer)
    return answer
  }

  private heard(message: TabMessage) {
    if (message.kind !== 'shop' || message.sandbox !== this.sandbox) return
    if (message.strategy !== this.strategy || message.device !== this.device) return
    if (!message.patch.cart || !this.crossing.told(message.sentAt, this.waiting > 0)) return
    if (this.waiting === 0) void this.enqueue(async () => {})
  }

  /** Answers do not say in which order the shop gave them; the shop does, when asked once more. */
  private async settle() {
    if (!this.crossing.isOpen || this.waiting > 1 || this.closed) return
    this.crossing.isOpen = false
    this.crossing.isAsking = true
    await this.visit({ act: 'cart.read' }).finally(() => {
      this.crossing.isAsking = false
    })
  }

  private exchange(request: ShopRequest): Promise<Answer> {
    const { strategy, device } = this
    return inTurn(() => this.once(request), {
      waits: (wait) =>
        patchShop(strategy, device, { last: { status: 503, code: 'busy', at: Date.now(), wait } }),
      wanted: () => !this.closed,
    })
  }

  private async once(request: ShopRequest): Promise<Answer> {
    const { path, ...call } = requestOf(request)
    const url = this.urlOf(path)
    let sent = this.carrier.headers()
    this.crossing.sent()
    let answer = await send(url, { ...call, headers: sent })
    for (let recoveries = 0; answer.status === 401 && recoveries < MOST_RECOVERIES; recoveries++) {
      const recovered = await this.carrier.recover(answer, sent, request.act === 'sign-in')
      if (recovered !== 'again') return recovered ?? answer
      sent = this.carrier.headers()
      this.crossing.sent()
      answer = await send(url, { ...call, headers: sent })
    }
    return answer
  }

  private note(request: ShopRequest, answer: Answer) {
    const { sandbox, strategy, device } = this
    const { act } = request
    this.crossing.answered()
    if (answer.code === 'no_sandbox') noteEnded()
    noteHeadTooLarge(answer)
    const patch = patchOf(OPERATIONS[act], answer, shopOf(strategy, device))
    patchShop(strategy, device, { last: { status: answer.status, code: answer.code, at: Date.now() } })
    this.patch(patch, OPERATIONS[act].method === 'GET' ? undefined : this.crossing.sentAt)
    noteHeld(sandbox, strategy, device, this.heldAfter(act, answer))
    const { method, path } = requestOf(request)
    const notBefore = serverTime(this.crossing.sentAt)
    this.records.answered({ method, target: this.urlOf(path), status: answer.status, notBefore })
    this.follow()
  }

  /** An answer does not say for whom it was; its record does. Somebody may have deleted the cookie meanwhile. */
  private follow() {
    if (!this.records.isWaiting) return
    const { sandbox, strategy, device } = this
    const mine = useLive
      .getState()
      .exchanges.filter((one) => one.strategy === strategy && one.device === device)
    const newest = this.records.newest(mine)
    const shown = newest && shownBy(newest)
    const { customer } = shopOf(strategy, device)
    if (!shown || shown === (customer?.email ?? 'nobody')) return
    this.patch(nowIs(customerOf(shown)))
    noteHeld(sandbox, strategy, device, shown === 'nobody' ? null : 'customer')
  }

  private patch(patch: ShopPatch, sentAt?: number) {
    const { sandbox, strategy, device } = this
    if (Object.keys(patch).length === 0) return
    patchShop(strategy, device, patch)
    tell({ kind: 'shop', sandbox, strategy, device, patch, sentAt })
  }

  private urlOf(path: string) {
    return `/api/${this.strategy}/${this.sandbox}/${this.device}/${path}`
  }

  private heldAfter(act: ShopRequest['act'], answer: Answer): SignInHint | null {
    if (refusesVisitor(answer) || (act === 'sign-out' && isOk(answer))) return null
    if (shopOf(this.strategy, this.device).customer) return 'customer'
    if (this.carrier.holds()) return 'guest'
    return act === 'me' && isOk(answer) ? null : heldIn(this.sandbox, this.strategy, this.device)
  }
}

/** One shop, one lane on one device: sends its requests one after the other. The same code for the three lanes. */
import type { StrategyName } from '../../lib/strategies/strategy'
import { type Bearer, createBearer } from './bearer'
import { byBrowser, type Carrier } from './carrier'
import { noteEnded } from './control'
import { heldIn, noteHeld } from './hints'
import { type Answer, isOk, send } from './http'
import { patchShop, shopOf } from './live'
import type { VisitorDevice } from './live-types'
import { patchOf, refusesVisitor } from './patch-of'
import { requestOf, type ShopRequest } from './requests'
import { tell } from './tabs'

export interface ShopClient {
  /** Queued behind what was asked before: ten quick clicks are ten adds. */
  ask(request: ShopRequest): Promise<Answer>
  /** jwt: asks for a new access token now, and signs nobody out. Elsewhere nothing is sent. */
  renew(): Promise<void>
  /** Resolves when everything asked so far has its answer. */
  idle(): Promise<void>
  /** Answers that are still to come change nothing any more. */
  close(): void
}

export function createShopClient(sandbox: string, strategy: StrategyName, device: VisitorDevice): ShopClient {
  const bearer: Bearer | null = strategy === 'jwt' ? createBearer(sandbox, device) : null
  const carrier: Carrier = bearer ?? byBrowser
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let closed = false

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1
    patchShop(strategy, device, { busy: true })
    const done = queue.then(work).finally(() => {
      waiting -= 1
      if (waiting === 0 && !closed) patchShop(strategy, device, { busy: false })
    })
    queue = done.catch(() => {})
    return done
  }

  async function exchange(request: ShopRequest): Promise<Answer> {
    const { path, ...call } = requestOf(request)
    const sent = carrier.headers()
    const answer = await send(`/api/${strategy}/${sandbox}/${device}/${path}`, { ...call, headers: sent })
    if (answer.status !== 401 || !(await carrier.recover(answer, sent, request.act === 'sign-in')))
      return answer
    return send(`/api/${strategy}/${sandbox}/${device}/${path}`, { ...call, headers: carrier.headers() })
  }

  async function visit(request: ShopRequest): Promise<Answer> {
    await carrier.prepare()
    const answer = await exchange(request)
    carrier.keep(answer)
    if (request.act === 'sign-out' && (isOk(answer) || refusesVisitor(answer))) carrier.drop()
    note(request.act, answer)
    return answer
  }

  function note(act: ShopRequest['act'], answer: Answer) {
    if (closed) return
    if (answer.code === 'no_sandbox') noteEnded()
    const patch = patchOf(act, answer, shopOf(strategy, device))
    const last = { status: answer.status, code: answer.code, at: Date.now() }
    patchShop(strategy, device, { ...patch, last })
    if (Object.keys(patch).length > 0) tell({ kind: 'shop', sandbox, strategy, device, patch })
    noteHeld(sandbox, strategy, device, heldAfter(act, answer))
  }

  function heldAfter(act: ShopRequest['act'], answer: Answer) {
    if (act === 'sign-out' && isOk(answer)) return null
    if (refusesVisitor(answer)) return null
    if (shopOf(strategy, device).customer) return 'customer'
    if (carrier.headers().Authorization) return 'guest'
    return act === 'me' && isOk(answer) ? null : heldIn(sandbox, strategy, device)
  }

  return {
    ask: (request) => enqueue(() => visit(request)),
    renew: () => enqueue(async () => void (await bearer?.renew())),
    idle: async () => void (await queue),
    close() {
      closed = true
      bearer?.close()
    },
  }
}

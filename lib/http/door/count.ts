/**
 * What is asked from one network address is counted here, whatever it is. What is more than it may ask for waits, and is sent away only
 * where that would take too long; pages are drawn a few at a time, addresses taking turns. All figures are multiplied by RATE_LIMIT_SCALE,
 * but for what bounds the memory.
 */
import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { FairLine, isBusy } from '@/lib/shares/fair-line'
import { Allowance } from './allowance'
import { answerBegun, madeInOneGo } from './making'
import { Prices } from './price'

/**
 * Points (price.ts) of requests of routes. A class of 300 that changes its three carts every three seconds is 300 of them a second, and 20
 * more for access tokens that are refreshed once a minute; the rest is for who looks something up meanwhile. Since each learner waits for
 * an answer before asking again, no more than 900 wait. An add takes 2 to 5 ms of a processor, so that one address may ask for all of one:
 * that nobody else waits for it is for the turns (`servedAtOnce`). What is dearer is allowed 133 times a second.
 */
export const REQUESTS = { perSecond: 400, burst: 1200 }
/** Points (price.ts) of pages and files: half a processor, and three seconds of it at once. */
export const WORK = { perSecond: 500, burst: 3000 }

/** Milliseconds of one, until some were served. */
const USUAL_REQUEST = 5

/** Pages that are drawn at a time. It is work without a wait in it: more side by side only take more memory, and hold up the rest for longer. */
const AT_ONCE = 2
/** Milliseconds of one page, until some were drawn. */
const USUAL = 60
/** Milliseconds that anything may wait for the allowance of its address. */
const PATIENCE = 10_000
/** Milliseconds after which a page that is not finished holds up nobody else. */
const LONGEST = 20_000
export interface CountBounds {
  /**
   * Requests of routes that are served at a time, addresses in turns. They are work for one processor: if all of a class were begun at once,
   * each of them, and pages, and everybody else, would get a thousandth of it. More where they wait for a database elsewhere.
   */
  servedAtOnce: number
  /** Some 20 KB each that waits, and the head. */
  inAll: number
  /** A class of 300 has six connections each; and one address leaves half of the places to others. */
  ofAddress: number
  /** Milliseconds after which a request that is not answered holds up nobody else: it does not wait for the processor. */
  longest: number
}

const BOUNDS: CountBounds = { servedAtOnce: 2, inAll: 4000, ofAddress: 2000, longest: 100 }

/** null: it went in, or nobody waits for it any more. */
export type Admission = { retryAfter: number } | null

export interface Arrival {
  address: string
  response: ServerResponse
}

export class Count {
  readonly #requests: Allowance
  readonly #work: Allowance
  readonly #prices = new Prices()
  readonly #pages = new FairLine({ atOnce: AT_ONCE, usual: USUAL, most: BOUNDS.inAll })
  readonly #routes: FairLine
  readonly #bounds: CountBounds
  /** By network address. */
  readonly #waiting = new Map<string, number>()
  #waitingInAll = 0

  constructor(scale: number, bounds: Partial<CountBounds> = {}) {
    this.#bounds = { ...BOUNDS, ...bounds }
    this.#routes = new FairLine({
      atOnce: this.#bounds.servedAtOnce,
      usual: USUAL_REQUEST,
      most: BOUNDS.inAll,
    })
    const scaled = ({ perSecond, burst }: typeof WORK) => ({
      perSecond: perSecond * scale,
      burst: burst * scale,
    })
    this.#requests = new Allowance(scaled(REQUESTS))
    this.#work = new Allowance(scaled(WORK))
  }

  /** Goes in at once, or when it is its turn; who has hung up by then does not. */
  request(asked: Arrival, points: number, goIn: () => void): Promise<Admission> {
    return this.#inTurn(this.#requests, asked, points, () =>
      inLine(this.#routes, asked, async () => {
        const begun = answerBegun(asked.response, this.#bounds.longest)
        goIn()
        await begun
        // One after the other in the same turn of the event loop would leave none to the pages.
        await setImmediate()
      }),
    )
  }

  /** As `request`, for a page or a file. */
  work(asked: Arrival, path: string, goIn: () => void): Promise<Admission> {
    const { response } = asked
    const { points, drawn } = this.#prices.of(path)
    return this.#inTurn(this.#work, asked, points, () => {
      response.once('finish', () => this.#prices.learn(path, response.statusCode))
      const made = madeInOneGo(response)
      if (drawn)
        return inLine(this.#pages, asked, () => {
          goIn()
          return Promise.race([made, sleep(LONGEST, undefined, { ref: false })])
        })
      goIn()
      return null
    })
  }

  async #inTurn(
    allowance: Allowance,
    { address, response }: Arrival,
    points: number,
    goOn: () => Admission | Promise<Admission>,
  ): Promise<Admission> {
    const taken = allowance.take(address, points, this.#mayWait(address) ? PATIENCE : 0)
    if ('retryAfter' in taken) return taken
    if (taken.wait > 0) await this.#wait(address, taken.wait)
    return isGone(response) ? null : goOn()
  }

  #mayWait(address: string): boolean {
    const { inAll, ofAddress } = this.#bounds
    return this.#waitingInAll < inAll && (this.#waiting.get(address) ?? 0) < ofAddress
  }

  async #wait(address: string, milliseconds: number): Promise<void> {
    this.#note(address, 1)
    await sleep(milliseconds)
    this.#note(address, -1)
  }

  #note(address: string, more: 1 | -1): void {
    this.#waitingInAll += more
    const waiting = (this.#waiting.get(address) ?? 0) + more
    if (waiting > 0) this.#waiting.set(address, waiting)
    else this.#waiting.delete(address)
  }
}

async function inLine(
  line: FairLine,
  { address, response }: Arrival,
  task: () => Promise<void>,
): Promise<Admission> {
  const hungUp = new AbortController()
  // Every answer closes, most of them in good order; without a reason given, an exception is made for each.
  const gone = () => hungUp.abort('hung up')
  response.once('close', gone)
  // Its allowance lets it in, however slow the machine is: what bounds the line are its places, and who hangs up.
  const turn = { whose: address, sandbox: '', patience: Number.POSITIVE_INFINITY, signal: hungUp.signal }
  try {
    await line.run(turn, async () => {
      // Its end has not been told yet.
      if (!isGone(response)) await task()
    })
    return null
  } catch (error) {
    if (!isBusy(error)) throw error
    return { retryAfter: error.retryAfter }
  } finally {
    response.off('close', gone)
  }
}

const isGone = ({ destroyed, socket }: ServerResponse) => destroyed || socket === null || socket.destroyed

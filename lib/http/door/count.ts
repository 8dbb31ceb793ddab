/**
 * What is asked from one network address is counted here, whatever it is. Requests of routes are let in or sent away; pages and files
 * may wait, and pages are drawn a few at a time, addresses taking turns. All figures are multiplied by RATE_LIMIT_SCALE, but for what
 * bounds the memory.
 */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { FairLine, isBusy } from '../../sandbox/fair-line'
import { Allowance } from './allowance'
import { Prices } from './price'

/** Requests of routes. */
export const REQUESTS = { perSecond: 100, burst: 400 }
/** Points (price.ts) of pages and files: half a processor, and three seconds of it at once. */
export const WORK = { perSecond: 500, burst: 3000 }

/** Pages that are drawn at a time. It is work without a wait in it: more side by side only take more memory, and hold up the rest for longer. */
const AT_ONCE = 2
/** Milliseconds of one page, until some were drawn. */
const USUAL = 60
/** Milliseconds that a page or a file may wait for its turn. */
const PATIENCE = 10_000
/** Milliseconds after which a page that is not finished holds up nobody else. */
const LONGEST = 20_000
const MOST_WAITING = 4000

/** null: it went in. */
export type Sent = { retryAfter: number } | null

export class Count {
  readonly #requests: Allowance
  readonly #work: Allowance
  readonly #prices = new Prices()
  readonly #line = new FairLine({ atOnce: AT_ONCE, usual: USUAL, most: MOST_WAITING })
  #waiting = 0

  constructor(scale: number) {
    const scaled = ({ perSecond, burst }: typeof WORK) => ({
      perSecond: perSecond * scale,
      burst: burst * scale,
    })
    this.#requests = new Allowance(scaled(REQUESTS))
    this.#work = new Allowance(scaled(WORK))
  }

  request(address: string): Sent {
    const taken = this.#requests.take(address, 1, 0)
    return 'wait' in taken ? null : taken
  }

  /** Goes in when it is its turn; who has hung up by then does not. */
  async work(address: string, path: string, response: ServerResponse, goIn: () => void): Promise<Sent> {
    const { points, drawn } = this.#prices.of(path)
    const taken = this.#work.take(address, points, this.#waiting < MOST_WAITING ? PATIENCE : 0)
    if ('retryAfter' in taken) return taken
    if (taken.wait > 0) await this.#wait(taken.wait)
    if (isGone(response)) return null
    response.once('finish', () => this.#prices.learn(path, response.statusCode))
    const made = madeInOneGo(response)
    if (!drawn) {
      goIn()
      return null
    }
    return this.#draw(address, response, () => {
      goIn()
      return Promise.race([made, sleep(LONGEST, undefined, { ref: false })])
    })
  }

  async #draw(whose: string, response: ServerResponse, draw: () => Promise<void>): Promise<Sent> {
    const hungUp = new AbortController()
    response.once('close', () => hungUp.abort())
    try {
      await this.#line.run({ whose, sandbox: '', patience: PATIENCE, signal: hungUp.signal }, draw)
      return null
    } catch (error) {
      if (!isBusy(error)) throw error
      return { retryAfter: error.retryAfter }
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    this.#waiting += 1
    await sleep(milliseconds)
    this.#waiting -= 1
  }
}

const isGone = ({ destroyed, socket }: ServerResponse) => destroyed || socket === null || socket.destroyed

/**
 * Whoever makes it is never told to wait for the reader: what is written lies in memory as octets (unread.ts bounds them), which is a
 * small part of what a page holds while it is being drawn.
 * @returns resolves when nothing more will be written
 */
function madeInOneGo(response: ServerResponse): Promise<void> {
  const write = response.write as (...args: unknown[]) => boolean
  const end = response.end as (...args: unknown[]) => ServerResponse
  response.write = (...args: unknown[]) => {
    write.apply(response, args)
    return true
  }
  return new Promise((resolve) => {
    response.end = (...args: unknown[]) => {
      resolve()
      return end.apply(response, args)
    }
    response.once('close', resolve)
  })
}

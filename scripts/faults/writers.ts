// Clients that add to their carts without a pause, and know what was acknowledged to them.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { WireAnswer } from '../../lib/client/transport.ts'
import { PRODUCTS } from './products.ts'

export class Writer {
  acknowledged = 0
  /** Sent, and the answer never came: it may be there or not. */
  unknown = 0
  /** How often each status was answered. */
  readonly answers = new Map<number, number>()
  last: WireAnswer | null = null
  readonly client: ShopClient
  #nth = 0
  #stopped = false

  constructor(client: ShopClient) {
    this.client = client
  }

  /** Until `stop`. */
  async run() {
    this.#stopped = false
    while (!this.#stopped) await this.once()
  }

  stop() {
    this.#stopped = true
  }

  async once() {
    const sku = PRODUCTS[this.#nth++ % PRODUCTS.length]!
    try {
      const answer = await this.client.add(sku)
      this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1)
      this.last = answer
      if (answer.status === 200) this.acknowledged++
      else await sleep(20)
    } catch {
      this.unknown++
      await sleep(20)
    }
  }

  /** How many are there; the guest began with one. */
  async there(): Promise<number> {
    const { body, status } = await this.client.get('cart')
    if (status !== 200) throw new Error(`The cart answered ${status}`)
    return body.lines.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0) - 1
  }

  /** Acknowledged and not there, and there though never sent. */
  async losses() {
    const there = await this.there()
    return Math.max(0, this.acknowledged - there) + Math.max(0, there - this.acknowledged - this.unknown)
  }
}

/** `work` while all of them write. */
export async function whileWriting<T>(writers: readonly Writer[], work: () => Promise<T>): Promise<T> {
  const running = writers.map((writer) => writer.run())
  try {
    return await work()
  } finally {
    for (const writer of writers) writer.stop()
    await Promise.all(running)
  }
}

export async function sumOf(list: readonly (number | Promise<number>)[]) {
  let sum = 0
  for (const one of list) sum += await one
  return sum
}

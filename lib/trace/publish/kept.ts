/** What one ring holds: exchanges, or what they were packed into. */

import { artifactOctets } from '../fast/size'
import type { Exchange } from '../model/exchange'
import { type KeptExchange, pack, unpack } from './packed'

const MOST_EXCHANGES = 500
const MOST_BYTES = 1024 * 1024

/** Oldest first. */
export class Kept {
  dropped = 0
  #entries: KeptExchange[] = []
  /** Instead of the entries; the sums below stay as they are. */
  #packed: { octets: Buffer; count: number } | null = null
  /** Made when somebody reads it: most exchanges are added while nobody does. */
  #exchanges: readonly Exchange[] | null = []
  #bytes = 0
  readonly #ofGuests = { count: 0, bytes: 0 }
  readonly #grow: (octets: number) => void

  constructor(grow: (octets: number) => void) {
    this.#grow = grow
  }

  get isPacked(): boolean {
    return this.#packed !== null
  }

  get exchanges(): readonly Exchange[] {
    this.#unpack()
    this.#exchanges ??= this.#entries.map(({ exchange }) => exchange)
    return this.#exchanges
  }

  add(exchange: Exchange): void {
    this.#unpack()
    const entry = { exchange, bytes: approximateBytes(exchange), guest: exchange.credential.email === null }
    this.#entries.push(entry)
    this.#count(entry, 1)
    while (this.#isTooMuch()) this.#dropOne()
    this.#exchanges = null
  }

  pack(): void {
    if (this.#packed || this.#entries.length === 0) return
    const octets = pack(this.#entries)
    this.#packed = { octets, count: this.#entries.length }
    this.#entries = []
    this.#exchanges = null
    this.#grow(octets.length - this.#bytes)
  }

  #unpack(): void {
    if (!this.#packed) return
    const { octets } = this.#packed
    this.#packed = null
    this.#entries = unpack(octets)
    this.#grow(this.#bytes - octets.length)
  }

  clear(): void {
    if (this.#packed) this.#clearPacked(this.#packed)
    while (this.#entries.length > 0) this.#drop(0)
    this.#exchanges = []
  }

  #clearPacked({ octets, count }: { octets: Buffer; count: number }): void {
    this.#packed = null
    this.dropped += count
    this.#grow(-octets.length)
    this.#bytes = 0
    Object.assign(this.#ofGuests, { count: 0, bytes: 0 })
  }

  #isTooMuch(): boolean {
    const { length } = this.#entries
    return length > MOST_EXCHANGES || (this.#bytes > MOST_BYTES && length > 1)
  }

  /** Guests fill at most half: whoever only knows the name of the sandbox cannot push its owner's exchanges out. */
  #dropOne(): void {
    const { count, bytes } = this.#ofGuests
    const tooMany = count > MOST_EXCHANGES / 2 || bytes > MOST_BYTES / 2
    this.#drop(tooMany ? this.#entries.findIndex(({ guest }) => guest) : 0)
  }

  #drop(index: number): void {
    this.#count(this.#entries.splice(index, 1)[0]!, -1)
    this.dropped += 1
  }

  #count({ bytes, guest }: KeptExchange, sign: 1 | -1): void {
    this.#bytes += sign * bytes
    this.#grow(sign * bytes)
    if (!guest) return
    this.#ofGuests.count += sign
    this.#ofGuests.bytes += sign * bytes
  }
}

/** Measured on heaps: with these figures the sum is within a quarter of what is really held. */
const EXCHANGE = 1500
const STEP = 400
const STATEMENT = 300
const LINE = 120

/** Snapshots share their artifacts, so only those that this exchange brought are counted. */
function approximateBytes({ request, response, steps, stored, sent, answered }: Exchange): number {
  const heads = request.headBytes + (response?.headBytes ?? 0)
  const bodies = (sent?.text.length ?? 0) + LINE * (answered?.cart?.lines.length ?? 0)
  const statements = steps.reduce((sum, step) => sum + (step.statements?.length ?? 0), 0)
  return EXCHANGE + heads + bodies + STEP * steps.length + STATEMENT * statements + brought(stored)
}

function brought({ before, after }: Exchange['stored']): number {
  if (after === before) return 0
  const old = new Set(before)
  return after.reduce((sum, artifact) => sum + (old.has(artifact) ? 0 : artifactOctets(artifact)), 0)
}

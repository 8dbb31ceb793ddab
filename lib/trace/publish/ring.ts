/**
 * A bounded memory of exchanges: so many in each sandbox, so much in all. When all are too much, whoever has the most forgets first, in the
 * sandbox that has been quiet longest.
 */

import { artifactOctets } from '../fast/size'
import type { Exchange } from '../model/exchange'

const MOST_EXCHANGES = 500
const MOST_BYTES = 1024 * 1024
const MOST_BYTES_IN_ALL = 128 * 1024 * 1024

/** What all rings of the process share. `rings` is ordered by last use, longest idle first. */
export interface Pool {
  bytes: number
  rings: Set<Ring>
  /** Octets by `whose` of the rings. */
  shares: Map<string, number>
}

export const newPool = (): Pool => ({ bytes: 0, rings: new Set(), shares: new Map() })

export interface Ring {
  /** Who shares with whom: a network address, hashed. */
  readonly whose: string
  /** Oldest first. */
  readonly exchanges: readonly Exchange[]
  readonly dropped: number
  add(exchange: Exchange): void
  /** How many octets lie beside the exchanges and go when all of them go: they count as well. */
  beside(octets: number): void
  /** Lets go of everything. */
  clear(): void
}

/** @param forgotten lets go of what lies beside */
export function createRing(pool: Pool, whose: string, forgotten: () => void = () => {}): Ring {
  const kept = new Kept((octets) => grow(pool, whose, octets))
  let besides = 0
  const beside = (octets: number) => {
    grow(pool, whose, octets - besides)
    besides = octets
  }
  const ring: Ring = {
    whose,
    get exchanges() {
      return kept.exchanges
    },
    get dropped() {
      return kept.dropped
    },
    add(exchange) {
      kept.add(exchange)
      use(pool, ring)
    },
    beside(octets) {
      beside(octets)
      use(pool, ring)
    },
    clear() {
      kept.clear()
      beside(0)
      forgotten()
      pool.rings.delete(ring)
    },
  }
  return ring
}

interface Entry {
  exchange: Exchange
  bytes: number
  guest: boolean
}

/** What one ring holds, oldest first. */
class Kept {
  dropped = 0
  readonly #entries: Entry[] = []
  /** Made when somebody reads it: most exchanges are added while nobody does. */
  #exchanges: readonly Exchange[] | null = []
  #bytes = 0
  readonly #ofGuests = { count: 0, bytes: 0 }
  readonly #grow: (octets: number) => void

  constructor(grow: (octets: number) => void) {
    this.#grow = grow
  }

  get exchanges(): readonly Exchange[] {
    this.#exchanges ??= this.#entries.map(({ exchange }) => exchange)
    return this.#exchanges
  }

  add(exchange: Exchange): void {
    const entry = { exchange, bytes: approximateBytes(exchange), guest: exchange.credential.email === null }
    this.#entries.push(entry)
    this.#count(entry, 1)
    while (this.#isTooMuch()) this.#dropOne()
    this.#exchanges = null
  }

  clear(): void {
    while (this.#entries.length > 0) this.#drop(0)
    this.#exchanges = []
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

  #count({ bytes, guest }: Entry, sign: 1 | -1): void {
    this.#bytes += sign * bytes
    this.#grow(sign * bytes)
    if (!guest) return
    this.#ofGuests.count += sign
    this.#ofGuests.bytes += sign * bytes
  }
}

function grow(pool: Pool, whose: string, octets: number): void {
  pool.bytes += octets
  const share = (pool.shares.get(whose) ?? 0) + octets
  if (share > 0) pool.shares.set(whose, share)
  else pool.shares.delete(whose)
}

function use(pool: Pool, ring: Ring) {
  pool.rings.delete(ring)
  pool.rings.add(ring)
  shrink(pool, ring)
}

function shrink(pool: Pool, spared: Ring) {
  while (pool.bytes > MOST_BYTES_IN_ALL) {
    const next = largest(pool, spared)
    if (!next) return
    next.clear()
  }
}

/** Of whoever has the most the one that was idle longest. */
function largest({ rings, shares }: Pool, spared: Ring): Ring | null {
  let found: Ring | null = null
  let most = 0
  for (const ring of rings) {
    const share = shares.get(ring.whose) ?? 0
    if (ring === spared || share <= most) continue
    found = ring
    most = share
  }
  return found
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

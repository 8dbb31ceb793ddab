/**
 * A bounded memory of exchanges: so many in each sandbox, so much in all. When all are too much, whoever has the most forgets first, in the
 * sandbox that has been quiet longest. Before that, what is quiet is packed.
 */

import { quietly } from '@/lib/log/shielded'
import type { Exchange } from '../model/exchange'
import { Kept } from './kept'

const MOST_BYTES_IN_ALL = 128 * 1024 * 1024

/** Milliseconds: a ring that nobody has added to or unpacked for so long is packed, one at a time, so that no request waits for many. */
const QUIET = 30_000
const ONE_EACH = 50

/** What all rings of the process share. `rings` is ordered by last use, longest idle first. */
export interface Pool {
  bytes: number
  rings: Set<Ring>
  /** Those that are not packed, and since when (milliseconds, from any beginning), longest idle first. */
  open: Map<Ring, number>
  timer: NodeJS.Timeout | null
  /** Octets by `whose` of the rings. */
  shares: Map<string, number>
}

export const newPool = (): Pool => ({
  bytes: 0,
  rings: new Set(),
  open: new Map(),
  timer: null,
  shares: new Map(),
})

export interface Ring {
  /** Who shares with whom: a network address, hashed. */
  readonly whose: string
  /** Oldest first. */
  readonly exchanges: readonly Exchange[]
  readonly dropped: number
  add(exchange: Exchange): void
  /** How many octets lie beside the exchanges and go when all of them go: they count as well. */
  beside(octets: number): void
  /** For as long as nobody adds to it or reads it. */
  pack(): void
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
      if (kept.isPacked) touch(pool, ring)
      return kept.exchanges
    },
    get dropped() {
      return kept.dropped
    },
    add(exchange) {
      kept.add(exchange)
      touch(pool, ring)
      use(pool, ring)
    },
    beside(octets) {
      beside(octets)
      use(pool, ring)
    },
    pack() {
      // First: one that cannot be packed stays as it is, and keeps no other from it.
      pool.open.delete(ring)
      kept.pack()
    },
    clear() {
      kept.clear()
      beside(0)
      forgotten()
      pool.rings.delete(ring)
      pool.open.delete(ring)
      if (pool.open.size > 0 || !pool.timer) return
      clearTimeout(pool.timer)
      pool.timer = null
    },
  }
  return ring
}

function grow(pool: Pool, whose: string, octets: number): void {
  pool.bytes += octets
  const share = (pool.shares.get(whose) ?? 0) + octets
  if (share > 0) pool.shares.set(whose, share)
  else pool.shares.delete(whose)
}

function touch(pool: Pool, ring: Ring): void {
  pool.open.delete(ring)
  pool.open.set(ring, performance.now())
  pool.timer ??= setTimeout(packOne, QUIET, pool).unref()
}

function packOne(pool: Pool): void {
  pool.timer = null
  const [ring, touched] = pool.open.entries().next().value ?? []
  if (!ring || touched === undefined) return
  const left = touched + QUIET - performance.now()
  if (left <= 0) quietly(() => ring.pack())
  pool.timer = setTimeout(packOne, Math.max(left, ONE_EACH), pool).unref()
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

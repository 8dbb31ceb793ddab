/**
 * Exchanges that nobody has touched for a while: a few compressed octets outside of the heap. What a class leaves is the same text many
 * times over, and as objects the garbage collector would go through all of it again and again.
 */
import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Exchange } from '../model/exchange'
import { type Parts, Recorded } from '../record/stored-exchange'

export interface KeptExchange {
  exchange: Exchange
  bytes: number
  guest: boolean
}

/** Of an exchange: what it is made of, or itself where it is nothing but that. By its shape: each bundle has a class of its own. */
const partsOf = (exchange: Exchange): Parts | Exchange =>
  (exchange as { parts?: () => Parts }).parts?.() ?? exchange

/** What several of them share they share again when it is unpacked: it is one graph. */
export const pack = (entries: readonly KeptExchange[]): Buffer =>
  deflateRawSync(serialize(entries.map((entry) => ({ ...entry, exchange: partsOf(entry.exchange) }))), {
    level: 1,
  })

export const unpack = (octets: Buffer): KeptExchange[] =>
  (
    deserialize(inflateRawSync(octets)) as (Omit<KeptExchange, 'exchange'> & { exchange: Parts | Exchange })[]
  ).map((entry) => ({
    ...entry,
    exchange: 'tolerance' in entry.exchange ? Recorded.of(entry.exchange) : entry.exchange,
  }))

/** Keeps the list of exchanges in order and bounded. Pure. */
import { epochOf } from '@/lib/trace/model/epoch'
import type { Exchange } from '@/lib/trace/model/exchange'

/**
 * @param list oldest first, of one epoch
 * @param incoming any order, may repeat what is there; of a newer epoch: the server started anew and so does the list
 */
export function mergeExchanges(
  list: readonly Exchange[],
  incoming: readonly Exchange[],
  most: number,
): Exchange[] {
  const newest = incoming.at(-1)
  if (!newest) return [...list]
  const known = list[0] && epochOf(list[0]) === epochOf(newest) ? list : []
  const last = known.at(-1)?.seq ?? 0
  if (incoming.every(({ seq }, i) => seq > (incoming[i - 1]?.seq ?? last)))
    return [...known, ...incoming].slice(-most)
  const bySeq = new Map([...known, ...incoming].map((exchange) => [exchange.seq, exchange]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-most)
}

/** The server numbers exchanges as it tells of them: a jump means that some were missed. */
export function missedBefore(list: readonly Exchange[], next: Exchange): boolean {
  const last = list.at(-1)
  return last !== undefined && epochOf(last) === epochOf(next) && next.seq > last.seq + 1
}

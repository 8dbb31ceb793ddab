/**
 * A timeline as a list, a page at a time: a ring may hold more than one answer should. `more` says that the list goes on after the
 * last one; ask again with `after` at its `seq`.
 */

import { maskExchange } from '../export/mask'
import type { Exchange } from '../model/exchange'
import type { Timeline } from './timeline'

const MOST = 100
/** Characters of JSON. A page has at least one exchange, however large. */
const MOST_TEXT = 512 * 1024

export interface ExchangePage {
  /** Oldest first, credentials masked. */
  exchanges: Exchange[]
  more: boolean
}

export function exchangePage(timeline: Timeline, after: number): ExchangePage {
  const all = timeline.after(after)
  const exchanges: Exchange[] = []
  let size = 0
  for (const exchange of all) {
    const masked = maskExchange(exchange)
    size += JSON.stringify(masked).length
    if (exchanges.length === MOST || (exchanges.length > 0 && size > MOST_TEXT)) break
    exchanges.push(masked)
  }
  return { exchanges, more: exchanges.length < all.length }
}

/** Finds on a timeline what a client of this server has just sent. */
import type { Exchange } from '../model/exchange'
import { type Timeline, timelineOf } from './timeline'

/** An exchange is published when its answer is complete, which is at once. Milliseconds. */
const NOT_SEEN_AFTER = 5000

/** @returns null: the wire tap did not see it, or the timeline has ended: nobody waits for that */
export function recorded(timeline: Timeline, userAgent: string): Promise<Exchange | null> {
  return new Promise((resolve) => {
    const done = (exchange: Exchange | null) => {
      clearTimeout(patience)
      end()
      resolve(exchange)
    }
    const end = timeline.subscribe((event) => {
      if (event.type === 'reset') done(null)
      if (event.type === 'exchange' && isFrom(event.exchange, userAgent)) done(event.exchange)
    })
    const patience = setTimeout(done, NOT_SEEN_AFTER, null)
    if (timelineOf(timeline.sandboxId) !== timeline) done(null)
  })
}

const isFrom = ({ request }: Exchange, userAgent: string) =>
  request.headers.some(([name, value]) => name === 'User-Agent' && value === userAgent)

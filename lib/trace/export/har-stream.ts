/**
 * A HAR file entry by entry, at the speed of its reader: it never lies in memory whole. What has not been read yet lies in the ring and
 * nowhere else; what the ring lets go meanwhile is missing, and the file says how many those are.
 */

import type { Timeline } from '../publish/timeline'
import { type HarOptions, harOf } from './har'

export function* harTexts(timeline: Timeline, options: HarOptions): Generator<string> {
  const [first] = timeline.after(0)
  const until = timeline.latest
  const [head, tail] = JSON.stringify(harOf([], options)).split('[]') as [string, string]
  yield `${head}[`
  let seq = first ? first.seq - 1 : until
  let missing = 0
  for (let left = ''; seq < until; left = ',') {
    const [exchange] = timeline.after(seq)
    const next = Math.min(exchange?.seq ?? until + 1, until + 1)
    missing += next - seq - 1
    seq = next
    if (exchange && next <= until) yield left + JSON.stringify(harOf([exchange], options).log.entries[0])
  }
  yield missing > 0 ? `],"_letGoMeanwhile":${missing}${tail}` : `]${tail}`
}

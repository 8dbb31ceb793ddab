/** Lines that come by the thousand when they come: one of a kind every ten seconds, and how many were left out. */
import { BoundedMap } from './bounded-map'
import { perProcess } from './once'

const EVERY = 10_000
const MOST_KINDS = 1000

interface Kind {
  next: number
  suppressed: number
}

const kinds = () => perProcess('log-seldom', () => new BoundedMap<string, Kind>(MOST_KINDS))

/** @param write is given how many were left out since the last one */
export function seldom(kind: string, write: (suppressed: number) => void, now = performance.now()): void {
  const all = kinds()
  const known = all.get(kind)
  if (known && now < known.next) {
    known.suppressed++
    return
  }
  all.keep(kind, { next: now + EVERY, suppressed: 0 })
  write(known?.suppressed ?? 0)
}

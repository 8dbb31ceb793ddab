/** Lines that come by the thousand when they come: one of a kind every ten seconds, and how many were left out. */
import { perProcess } from './once'

const EVERY = 10_000
const MOST_KINDS = 1000

interface Kind {
  next: number
  suppressed: number
}

const kinds = () => perProcess('log-seldom', () => new Map<string, Kind>())

/** @param write is given how many were left out since the last one */
export function seldom(kind: string, write: (suppressed: number) => void, now = performance.now()): void {
  const all = kinds()
  const known = all.get(kind)
  if (known && now < known.next) {
    known.suppressed++
    return
  }
  all.delete(kind)
  all.set(kind, { next: now + EVERY, suppressed: 0 })
  const [oldest] = all.keys()
  if (all.size > MOST_KINDS && oldest) all.delete(oldest)
  write(known?.suppressed ?? 0)
}

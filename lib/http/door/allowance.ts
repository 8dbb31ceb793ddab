/**
 * So many points a second, and so many more at once, of each network address. What is spent moves a moment in time: when the whole burst
 * is there again (the "generic cell rate algorithm"). So one number says how long somebody has to wait, and those who wait do so in the
 * order of coming.
 */
export interface AllowanceRules {
  perSecond: number
  burst: number
  /** Milliseconds, from any beginning. */
  now?: () => number
}

export type Taken =
  /** Milliseconds until it may begin. */
  | { wait: number }
  /** Nothing was taken. Whole seconds, at least 1. */
  | { retryAfter: number }

interface Spent {
  /** When the burst is whole again. */
  whole: number
  /** When the last of those should come again that were sent away. */
  called: number
}

const MOST_ADDRESSES = 10_000
/** Nobody is told to come later than in so many milliseconds. */
const FARTHEST = 120_000

export class Allowance {
  readonly #spent = new Map<string, Spent>()
  readonly #each: number
  readonly #burst: number
  readonly #now: () => number

  constructor({ perSecond, burst, now = () => performance.now() }: AllowanceRules) {
    this.#each = 1000 / perSecond
    this.#burst = burst * this.#each
    this.#now = now
  }

  /** @param patience milliseconds that it may wait */
  take(address: string, points: number, patience: number): Taken {
    const now = this.#now()
    const spent = this.#of(address, now)
    const cost = points * this.#each
    const whole = Math.max(now, spent.whole) + cost
    const wait = Math.max(0, whole - Math.max(this.#burst, cost) - now)
    if (wait <= patience) {
      spent.whole = whole
      return { wait }
    }
    // One after the other: else all that are sent away would come at once again.
    spent.called = Math.min(now + FARTHEST, Math.max(now + wait, spent.called + cost))
    return { retryAfter: Math.max(1, Math.ceil((spent.called - now) / 1000)) }
  }

  #of(address: string, now: number): Spent {
    const known = this.#spent.get(address)
    if (known) return known
    if (this.#spent.size >= MOST_ADDRESSES) this.#forget(now)
    const spent: Spent = { whole: now, called: 0 }
    this.#spent.set(address, spent)
    return spent
  }

  /** Those who have all of it; if nobody has, whoever came first. */
  #forget(now: number): void {
    for (const [address, { whole }] of this.#spent) if (whole <= now) this.#spent.delete(address)
    for (const address of this.#spent.keys()) {
      if (this.#spent.size < MOST_ADDRESSES) return
      this.#spent.delete(address)
    }
  }
}

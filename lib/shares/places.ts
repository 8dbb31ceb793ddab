/**
 * Places for what stays open for long. So many for one sandbox and for one network address; where all are taken, whoever has the most makes
 * room for somebody who has less.
 */
import { FairShare } from './fair-share'

export interface Most {
  ofSandbox: number
  ofAddress: number
  inAll: number
}

/** Who has as many as there may be: the sandbox, its network address, or all together. */
export type Full = keyof Most

export interface Holder {
  sandbox: string
  /** The network address, hashed. */
  whose: string
}

export class Places {
  readonly #leaves = new FairShare<() => void>()
  readonly #bySandbox = new Map<string, number>()
  #number = 0

  constructor(private readonly most: Most) {}

  count(sandbox: string): number {
    return this.#bySandbox.get(sandbox) ?? 0
  }

  /** @param leave is called when the place is wanted for somebody else, and has to give it back @returns gives it back */
  take({ sandbox, whose }: Holder, leave: () => void): (() => void) | Full {
    const full = this.#full(sandbox, whose)
    if (full) return full
    this.#number += 1
    const key = String(this.#number)
    this.#leaves.set(key, whose, leave)
    this.#bySandbox.set(sandbox, this.count(sandbox) + 1)
    const longest = this.#leaves.surplus(this.most.inAll)
    if (longest !== null) this.#leaves.get(longest)?.()
    return () => this.#giveBack(key, sandbox)
  }

  #full(sandbox: string, whose: string): Full | null {
    const own = this.#leaves.count(whose)
    if (this.count(sandbox) >= this.most.ofSandbox) return 'ofSandbox'
    if (own >= this.most.ofAddress) return 'ofAddress'
    // Who would then have as many as whoever has the most would be the next to go.
    return this.#leaves.size >= this.most.inAll && own + 1 >= this.#leaves.largest ? 'inAll' : null
  }

  #giveBack(key: string, sandbox: string): void {
    if (!this.#leaves.get(key)) return
    this.#leaves.delete(key)
    const left = this.count(sandbox) - 1
    if (left > 0) this.#bySandbox.set(sandbox, left)
    else this.#bySandbox.delete(sandbox)
  }
}

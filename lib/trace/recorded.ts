/**
 * An exchange as it is kept. What it exposes is derived when somebody looks, and not kept: it would be the largest part. On the
 * prototype, because an accessor of its own makes an object a dictionary, of twice the size.
 */
import type { Exchange } from './exchange'
import type { Exposure } from './exposure'
import { exposuresOf } from './exposures'

/** Before the timeline numbers it. */
export type Draft = Omit<Exchange, 'id' | 'seq'>
type Fields = Omit<Draft, 'exposures'>

export interface Recorded extends Fields {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor is given every field.
export class Recorded implements Draft {
  /** Seconds, by the dial of that moment. */
  readonly #tolerance: number

  constructor(fields: Fields, tolerance: number) {
    Object.assign(this, fields)
    this.#tolerance = tolerance
  }

  get exposures(): Exposure[] {
    const { tls = false, sandboxAt, stored } = this
    return exposuresOf(stored.after, { tls, at: sandboxAt, tolerance: this.#tolerance })
  }

  /** Spreading leaves out what is on the prototype. */
  toJSON(): Draft {
    return { ...this, exposures: this.exposures }
  }
}

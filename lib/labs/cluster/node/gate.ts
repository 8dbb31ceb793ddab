/** Holds one write of a lane until it is let go, so that two that come at once come in the one order that shows something. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Records } from './records'

interface Hold {
  waits: PromiseWithResolvers<void>
  goes: PromiseWithResolvers<void>
  taken: boolean
}

/** The records that adds write, by lane. */
const LANE_OF: Readonly<Record<string, StrategyName>> = { session: 'session', cart: 'jwt' }

export class Gate {
  readonly #holds = new Map<StrategyName, Hold>()

  hold(lane: StrategyName): void {
    this.#holds.set(lane, {
      waits: Promise.withResolvers(),
      goes: Promise.withResolvers(),
      taken: false,
    })
  }

  async waitHeld(lane: StrategyName): Promise<void> {
    await this.#holds.get(lane)?.waits.promise
  }

  release(lane: StrategyName): void {
    this.#holds.get(lane)?.goes.resolve()
    this.#holds.delete(lane)
  }

  /** Waits here, if the next one has to. */
  async pass(key: string): Promise<void> {
    const lane = LANE_OF[key.slice(0, key.indexOf('/'))]
    const hold = lane && this.#holds.get(lane)
    if (!hold || hold.taken) return
    hold.taken = true
    hold.waits.resolve()
    await hold.goes.promise
  }
}

/** Between reading and writing. */
export const gated = (inner: Records, gate: Gate): Records => ({
  find: (key) => inner.find(key),
  async put(key, record, expected) {
    await gate.pass(key)
    return inner.put(key, record, expected)
  },
  drop: (key) => inner.drop(key),
})

/** The answer goes out while the write is still to come, and nobody hears what became of it. */
export const late = (inner: Records, gate: Gate): Records => ({
  find: (key) => inner.find(key),
  async put(key, record, expected) {
    void gate.pass(key).then(() => inner.put(key, record, expected))
    return true
  },
  drop: (key) => inner.drop(key),
})

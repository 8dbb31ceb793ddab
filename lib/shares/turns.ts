/**
 * Who is next? Network addresses take turns, and behind one address its sandboxes, each in the order of coming. Whoever has asked for much
 * waits for the own, and anybody else for one turn of each.
 */
export interface TurnHolder {
  /** The network address, hashed. */
  whose: string
  sandbox: string
}

/** By sandbox, in the order of their turns. */
type Waiting<Item> = Map<string, Item[]>

export class Turns<Item> {
  /** By network address, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting<Item>>()

  get length(): number {
    return [...this.#waiting.values()].reduce((sum, those) => sum + lengthOf(those), 0)
  }

  /** Network addresses. */
  get addresses(): number {
    return this.#waiting.size
  }

  /** How many wait there; without a sandbox: behind that address. */
  count({ whose, sandbox }: { whose: string; sandbox?: string }): number {
    const those: Waiting<Item> = this.#waiting.get(whose) ?? new Map()
    return sandbox === undefined ? lengthOf(those) : (those.get(sandbox)?.length ?? 0)
  }

  /** How many come before one who comes now, if nobody comes after. */
  ahead({ whose, sandbox }: TurnHolder): number {
    const own = this.count({ whose, sandbox })
    const neighbours = [...(this.#waiting.get(whose) ?? [])].filter(([name]) => name !== sandbox)
    const here = neighbours.reduce((sum, [, { length }]) => sum + Math.min(length, own + 1), own)
    const others = [...this.#waiting].filter(([name]) => name !== whose)
    return others.reduce((sum, [, those]) => sum + Math.min(lengthOf(those), here + 1), here)
  }

  add({ whose, sandbox }: TurnHolder, item: Item): void {
    const those: Waiting<Item> = this.#waiting.get(whose) ?? new Map()
    those.set(sandbox, [...(those.get(sandbox) ?? []), item])
    this.#waiting.set(whose, those)
  }

  /** false: it does not wait there. */
  remove({ whose, sandbox }: TurnHolder, item: Item): boolean {
    const those = this.#waiting.get(whose)
    const own = those?.get(sandbox)
    if (!those || !own?.includes(item)) return false
    const left = own.filter((one) => one !== item)
    if (left.length > 0) those.set(sandbox, left)
    else those.delete(sandbox)
    if (those.size === 0) this.#waiting.delete(whose)
    return true
  }

  /** Whose turn it is; the address and the sandbox go to the end of theirs. */
  next(): Item | null {
    const [whose, those] = first(this.#waiting) ?? []
    if (whose === undefined || !those) return null
    const [sandbox, own] = first(those)!
    toTheEnd(this.#waiting, whose)
    toTheEnd(those, sandbox)
    const [item] = own as [Item]
    this.remove({ whose, sandbox }, item)
    return item
  }

  /** Takes out the newest of whoever has the most. */
  loseOne(): Item | null {
    const [whose, those] = longest([...this.#waiting], lengthOf) ?? []
    if (whose === undefined || !those) return null
    const [sandbox, own] = longest([...those], ({ length }) => length)!
    const newest = own.at(-1)!
    this.remove({ whose, sandbox }, newest)
    return newest
  }
}

const lengthOf = (those: Waiting<unknown>): number =>
  [...those.values()].reduce((sum, { length }) => sum + length, 0)

function first<Value>(map: Map<string, Value>): [string, Value] | null {
  for (const entry of map) return entry
  return null
}

function longest<Value>(all: [string, Value][], length: (value: Value) => number): [string, Value] | null {
  return all.toSorted(([, a], [, b]) => length(b) - length(a))[0] ?? null
}

function toTheEnd<Value>(map: Map<string, Value>, key: string): void {
  const value = map.get(key)!
  map.delete(key)
  map.set(key, value)
}

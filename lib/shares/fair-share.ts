/**
 * So many things in memory that all visitors share. Where there are too many, whoever has the most loses the one that was not used for
 * longest: so whoever asks for many loses the own ones, and nobody else's.
 */
interface Kept<Value> {
  whose: string
  value: Value
}

export class FairShare<Value> {
  /** The longest unused first. */
  readonly #kept = new Map<string, Kept<Value>>()
  readonly #counts = new Map<string, number>()

  get size(): number {
    return this.#kept.size
  }

  /** The longest unused first. */
  keys(): string[] {
    return [...this.#kept.keys()]
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key)?.value
  }

  /** As `get`; it is the newest from now on. */
  use(key: string): Value | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept.value
  }

  set(key: string, whose: string, value: Value): void {
    this.delete(key)
    this.#kept.set(key, { whose, value })
    this.#counts.set(whose, this.count(whose) + 1)
  }

  delete(key: string): void {
    const kept = this.#kept.get(key)
    if (!kept) return
    this.#kept.delete(key)
    const left = this.count(kept.whose) - 1
    if (left > 0) this.#counts.set(kept.whose, left)
    else this.#counts.delete(kept.whose)
  }

  count(whose: string): number {
    return this.#counts.get(whose) ?? 0
  }

  /** What somebody has who has no less than anybody else. */
  get largest(): number {
    return Math.max(0, ...this.#counts.values())
  }

  /** What has to go next when there are more than `most`: one that `gladly` names, where there is one. null: all may stay. */
  surplus(most: number, gladly: (value: Value) => boolean = () => true): string | null {
    if (this.size <= most) return null
    const { largest } = this
    let first: string | null = null
    for (const [key, { whose, value }] of this.#kept) {
      if (this.count(whose) < largest) continue
      if (gladly(value)) return key
      first ??= key
    }
    return first
  }
}

/** A map with room for so many: beyond that what was kept first goes first. To keep a key again makes it the newest. */
export class BoundedMap<Key, Value> {
  readonly #most: number
  readonly #kept = new Map<Key, Value>()
  /** Goes on where it was: from the beginning, it would pass by all that has been dropped since the map last made room for itself. */
  #oldest = this.#kept.keys()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#kept.size
  }

  get(key: Key): Value | undefined {
    return this.#kept.get(key)
  }

  keep(key: Key, value: Value): Value {
    this.#kept.delete(key)
    if (this.#kept.size >= this.#most) this.#dropOldest()
    this.#kept.set(key, value)
    return value
  }

  delete(key: Key): void {
    this.#kept.delete(key)
  }

  clear(): void {
    this.#kept.clear()
  }

  #dropOldest(): void {
    let next = this.#oldest.next()
    // At its end it stays there, whatever comes.
    if (next.done) {
      this.#oldest = this.#kept.keys()
      next = this.#oldest.next()
    }
    if (!next.done) this.#kept.delete(next.value)
  }
}

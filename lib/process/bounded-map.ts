/** What was made for a key, for the last few keys: all are let go together, so that nothing piles up. */
export function recent<Key, Value>(most: number) {
  const made = new Map<Key, Value>()
  return {
    get: (key: Key): Value | undefined => made.get(key),
    keep(key: Key, value: Value): Value {
      if (made.size >= most) made.clear()
      made.set(key, value)
      return value
    },
  }
}

/** What was made for an object, for the last few objects: all are let go together, so that nothing piles up. */
export function recent<Key extends object, Value>(most: number) {
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

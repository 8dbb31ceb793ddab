/**
 * The first time that a key is used for something, a library or the engine sets it up, and the call may take longer than the
 * next one. Who reads how long a check took has to know of that: it is noted, never guessed from the time.
 */
const keysOfPort = new WeakMap<object, object>()
const used = new WeakMap<object, Set<string>>()

/** A port is made for each request; the keys stay. */
export function madeWith<Port extends object>(keys: object, port: Port): Port {
  keysOfPort.set(port, keys)
  return port
}

/** Of the keys of this port, for this operation, since they were made in this process. Asking counts as using. */
export function isFirstUse(port: object, operation: string): boolean {
  const keys = keysOfPort.get(port)
  if (!keys) return false
  const done = used.get(keys)
  if (!done) used.set(keys, new Set([operation]))
  else if (done.has(operation)) return false
  else done.add(operation)
  return true
}

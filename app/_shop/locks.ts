/**
 * Web Locks (W3C) between the tabs of one browser. They need a secure context, and a browser that keeps no cookies may refuse
 * them with a SecurityError: then a tab is on its own, and works all the same.
 */

/** Whether the lock was given or not, the work is done once; what it throws is thrown. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  let begun = false
  const once = () => {
    begun = true
    return work()
  }
  try {
    if (navigator.locks) return await navigator.locks.request(name, once)
  } catch (error) {
    if (begun) throw error
  }
  return once()
}

/**
 * Held as long as the tab lives, once it is given.
 * @param given told when this tab has it: now, or when the tab that had it is gone
 * @returns `held` by this tab, `waiting` for another one that has it, or there are `none`
 */
export function holdLock(name: string, given: () => void): Promise<'held' | 'waiting' | 'none'> {
  const { promise, resolve } = Promise.withResolvers<'held' | 'waiting' | 'none'>()
  const hold = () => {
    given()
    return new Promise<never>(() => {})
  }
  asked(name, { ifAvailable: true }, (lock) => {
    resolve(lock ? 'held' : 'waiting')
    if (lock) return hold()
    asked(name, {}, hold).catch(() => {})
  }).catch(() => resolve('none'))
  return promise
}

/** Rejects where there are none. */
async function asked(name: string, options: LockOptions, callback: LockGrantedCallback<void>) {
  await navigator.locks.request(name, options, callback)
}

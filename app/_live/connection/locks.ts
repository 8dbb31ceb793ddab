/**
 * Web Locks (W3C) between the tabs of one browser. They need a secure context, and a browser that keeps no cookies may refuse
 * them with a SecurityError: then a tab is on its own, and works all the same.
 */

/**
 * Whether the lock was given or not, the work is done once; what it throws is thrown.
 * @param work `waited`: another tab had the lock, and has finished its work under it
 */
export async function withLock<T>(name: string, work: (waited: boolean) => Promise<T>): Promise<T> {
  let begun = false
  const once = (waited: boolean) => {
    begun = true
    return work(waited)
  }
  try {
    if (navigator.locks) {
      const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
        lock ? { result: await once(false) } : null,
      )
      return free ? free.result : await navigator.locks.request(name, () => once(true))
    }
  } catch (error) {
    if (begun) throw error
  }
  return once(false)
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

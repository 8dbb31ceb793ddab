/** One task at a time; the others wait in order. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve()

  return function queued<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task)
    last = done.catch(() => {})
    return done
  }
}

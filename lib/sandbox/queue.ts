/** At most `atOnce` tasks run at a time; the others wait in order. */
export function createQueue(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []

  return async function queued<T>(task: () => Promise<T>): Promise<T> {
    if (running >= atOnce) await new Promise<void>((turn) => waiting.push(turn))
    else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

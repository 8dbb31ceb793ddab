/** A file that the page fetches when it is needed, and that may not come: offline, or gone with the build it belongs to. */

export type Later<T> =
  | { state: 'coming' }
  /** It could not be fetched, and is tried again by itself. */
  | { state: 'missing' }
  | { state: 'here'; value: T }
  /** It came, and is defective. */
  | { state: 'broken'; error: unknown }

/** Milliseconds; doubled with each failure. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/** As the bundler names it. */
export const isLost = (error: unknown): boolean => error instanceof Error && error.name === 'ChunkLoadError'

/** For what a click asks for. null: it could not be fetched now; the next click tries again. */
export async function fetched<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load()
  } catch (error) {
    if (isLost(error)) return null
    throw error
  }
}

/** Tried again as long as somebody waits for it. */
export class LaterFile<T> {
  private later: Later<T> = { state: 'coming' }
  private readonly waiting = new Set<() => void>()
  private wait = FIRST_WAIT
  private underWay = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly load: () => Promise<T>) {}

  readonly now = (): Later<T> => this.later

  /** @returns waits no longer */
  readonly subscribe = (told: () => void): (() => void) => {
    if (this.waiting.size === 0) addEventListener('online', this.fetch)
    this.waiting.add(told)
    void this.fetch()
    return () => {
      this.waiting.delete(told)
      if (this.waiting.size > 0) return
      removeEventListener('online', this.fetch)
      clearTimeout(this.timer)
    }
  }

  /** Before it is needed; whether it comes matters only then. */
  readonly fetch = async (): Promise<void> => {
    const { state } = this.later
    if (this.underWay || state === 'here' || state === 'broken') return
    this.underWay = true
    clearTimeout(this.timer)
    this.later = await this.asked()
    this.underWay = false
    if (this.later.state === 'missing') this.plan()
    for (const told of this.waiting) told()
  }

  private async asked(): Promise<Later<T>> {
    try {
      return { state: 'here', value: await this.load() }
    } catch (error) {
      return isLost(error) ? { state: 'missing' } : { state: 'broken', error }
    }
  }

  private plan() {
    if (this.waiting.size === 0) return
    this.timer = setTimeout(this.fetch, this.wait)
    this.wait = Math.min(2 * this.wait, LONGEST_WAIT)
  }
}

/**
 * What an answer costs, in points: a point is about a millisecond of a processor. Routes cost one, and are counted apart, so that whoever
 * has spent the own pages can still shop.
 */
import { isFile } from './addressee'

export interface Price {
  points: number
  /** It is drawn: only few are at a time. */
  drawn: boolean
}

const PAGE: Price = { points: 25, drawn: true }
const FILE: Price = { points: 1, drawn: false }
const FRAME: Price = { points: 2, drawn: false }
/** Pages that take more than twice as long as the others. */
const DEAR: [form: RegExp, price: Price][] = [[/^\/(?:ko\/)?code(?:[./]|$)/, { points: 65, drawn: true }]]

const MOST_KNOWN = 2000

/** What looks like a file and is none gets a page that says so: a file is cheap from its second time on. */
export class Prices {
  readonly #files = new Set<string>()

  of(path: string): Price {
    if (this.#files.has(path)) return FILE
    if (path.startsWith('/labs/frame/')) return FRAME
    return DEAR.find(([form]) => form.test(path))?.[1] ?? PAGE
  }

  /** To be called with what became of it. */
  learn(path: string, status: number): void {
    if (isFile(path) && (status === 200 || status === 304) && this.#files.size < MOST_KNOWN)
      this.#files.add(path)
  }
}

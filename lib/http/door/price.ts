/**
 * What an answer costs, in points. Of a page or a file, a point is about a millisecond of a processor. Requests of routes are counted
 * apart, so that whoever has spent the own pages can still shop.
 */
import type { IncomingMessage } from 'node:http'
import { MOST_OF_BODY } from '../body'
import { isFile, isLabPage } from './addressee'

export interface Price {
  points: number
  /** It is drawn: only few are at a time. */
  drawn: boolean
}

const PAGE: Price = { points: 25, drawn: true }
const FILE: Price = { points: 1, drawn: false }
const FRAME: Price = { points: 2, drawn: false }
/** Pages that take longer than the others. */
const DEAR: [form: RegExp, price: Price][] = [
  [/^\/(?:ko\/)?note(?:[./]|$)/, { points: 104, drawn: true }],
  [/^\/(?:ko\/)?code(?:[./]|$)/, { points: 93, drawn: true }],
  [/^\/(?:ko\/)?choose(?:[./]|$)/, { points: 55, drawn: true }],
  [/^\/(?:ko\/)?(?:teach|glossary|myths)(?:\.|$)/, { points: 52, drawn: true }],
  [/^\/(?:ko\/)?(?:labs|bench)(?:\.|$)/, { points: 40, drawn: true }],
  [/^\/(?:ko\/)?(?:labs\/x|learn\/)/, { points: 36, drawn: true }],
]

/**
 * What a class does in lockstep, 1 to 3 ms, and the handler that it is measured against, which is less. Whatever else there is, a sign-in or
 * the list of what was sent, takes longer, and nobody asks for it all the time.
 */
const EVERYDAY = /^\/api\/(?:bare$|(?:cookie|session|jwt)\/[^/]+\/[^/]+\/(?:cart|me)(?:\/|$))/
const OTHER = 3
/** What is sent is recorded, and told to who watches: each so many octets are a point more. Cookies of a browser, 4 KB, are none. */
const OCTETS = 6000

/** @param path null: it is refused, or moved */
export function priceOfRequest(path: string | null, request: IncomingMessage): number {
  return baseOf(path) + Math.floor(octetsOf(request) / OCTETS)
}

function baseOf(path: string | null): number {
  if (path !== null && EVERYDAY.test(path)) return 1
  return path !== null && isLabPage(path) ? PAGE.points : OTHER
}

function octetsOf({ rawHeaders, headers }: IncomingMessage): number {
  const head = rawHeaders.reduce((sum, { length }) => sum + length, 0)
  // Of a body in pieces nobody knows the length. More than there may be is not read.
  const body =
    headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : MOST_OF_BODY
  return head + Math.min(body, MOST_OF_BODY)
}

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

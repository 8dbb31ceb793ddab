/**
 * What was written and is not yet read lies in memory. There is a bound for all of it together: beyond, of the network address for which the
 * most lies there whoever has read nothing for longest is let go. So is who has read nothing at all for a minute, but for event streams,
 * which have their own bounds.
 */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { hashedAddress } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { seldom } from '@/lib/process/throttle'
import { addressOf } from '../address'

export interface UnreadBounds {
  /** Octets in all. */
  most: number
  /** Milliseconds without a single one read. */
  longest: number
  /** Milliseconds between two looks. */
  every: number
  /** Milliseconds, from any beginning. */
  now: () => number
}

const BOUNDS: UnreadBounds = {
  most: 64 * 1024 * 1024,
  longest: 60_000,
  every: 250,
  now: () => performance.now(),
}

interface Answer {
  response: ServerResponse
  unread: number
  /** Octets that the client has taken. */
  taken: number
  /** Since when it has taken no more. */
  since: number
}

export class Unread {
  readonly #answers = new Set<Answer>()
  readonly #bounds: UnreadBounds
  #timer: NodeJS.Timeout | null = null

  constructor(bounds: Partial<UnreadBounds> = {}) {
    this.#bounds = { ...BOUNDS, ...bounds }
  }

  watch(response: ServerResponse): void {
    const answer = { response, unread: 0, taken: 0, since: this.#bounds.now() }
    this.#answers.add(answer)
    response.once('close', () => this.#answers.delete(answer))
    this.#timer ??= setInterval(() => this.look(), this.#bounds.every).unref()
  }

  look(): void {
    if (this.#answers.size === 0) this.#rest()
    const now = this.#bounds.now()
    let sum = 0
    for (const answer of this.#answers) {
      note(answer, now)
      sum += answer.unread
    }
    for (const answer of this.#answers) if (this.#isStuck(answer, now)) sum -= this.#end(answer)
    while (sum > this.#bounds.most) sum -= this.#end(firstToGo([...this.#answers]))
  }

  #isStuck({ response, unread, since }: Answer, now: number): boolean {
    return unread > 0 && now - since > this.#bounds.longest && !isEventStream(response)
  }

  /** @returns what is no longer unread */
  #end(answer: Answer): number {
    this.#answers.delete(answer)
    answer.response.destroy()
    const address = hashedAddress(addressOf(answer.response.req))
    seldom('slow_reader', (suppressed) => log('slow_reader', { address, suppressed }))
    return answer.unread
  }

  #rest(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }
}

/** Pipelined answers that are not at their turn have no socket yet. */
function note(answer: Answer, now: number): void {
  const { response } = answer
  answer.unread = response.writableLength
  const taken = octetsTaken(response.req.socket)
  if (taken !== answer.taken || answer.unread === 0) answer.since = now
  answer.taken = taken
}

/** By the kernel. The socket says only when a whole piece is gone, which may be a page; its handle knows more. */
function octetsTaken(socket: Socket): number {
  const { _handle: handle } = socket as Socket & {
    _handle?: { bytesWritten?: number; writeQueueSize?: number } | null
  }
  return (handle?.bytesWritten ?? 0) - (handle?.writeQueueSize ?? 0)
}

function firstToGo(answers: Answer[]): Answer {
  const byAddress = Map.groupBy(answers, ({ response }) => addressOf(response.req))
  const [largest] = [...byAddress.values()].toSorted((a, b) => unreadBy(b) - unreadBy(a))
  return largest!.toSorted(slowestFirst)[0]!
}

const unreadBy = (answers: Answer[]) => answers.reduce((sum, { unread }) => sum + unread, 0)

const slowestFirst = (a: Answer, b: Answer) => a.since - b.since || b.unread - a.unread

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')

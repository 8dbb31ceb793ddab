/**
 * What was written and is not yet read lies in memory. There is a bound for all of it together: beyond, whoever has read nothing for
 * longest is let go. So is who has read nothing at all for a minute, but for event streams, which have their own bounds.
 */
import type { ServerResponse } from 'node:http'

export interface Bounds {
  /** Octets in all. */
  most: number
  /** Milliseconds without a single one read. */
  longest: number
  /** Milliseconds between two looks. */
  every: number
}

const BOUNDS: Bounds = { most: 64 * 1024 * 1024, longest: 60_000, every: 250 }

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
  readonly #bounds: Bounds
  #timer: NodeJS.Timeout | null = null

  constructor(bounds: Partial<Bounds> = {}) {
    this.#bounds = { ...BOUNDS, ...bounds }
  }

  watch(response: ServerResponse): void {
    const answer = { response, unread: 0, taken: 0, since: performance.now() }
    this.#answers.add(answer)
    response.once('close', () => this.#answers.delete(answer))
    this.#timer ??= setInterval(() => this.#look(), this.#bounds.every).unref()
  }

  #look(): void {
    if (this.#answers.size === 0) this.#rest()
    const now = performance.now()
    let sum = 0
    for (const answer of this.#answers) {
      note(answer, now)
      sum += answer.unread
    }
    for (const answer of this.#answers) if (this.#isStuck(answer, now)) sum -= this.#end(answer)
    if (sum <= this.#bounds.most) return
    for (const answer of [...this.#answers].sort(slowestFirst)) {
      if (sum <= this.#bounds.most) return
      sum -= this.#end(answer)
    }
  }

  #isStuck({ response, unread, since }: Answer, now: number): boolean {
    return unread > 0 && now - since > this.#bounds.longest && !isEventStream(response)
  }

  /** @returns what is no longer unread */
  #end(answer: Answer): number {
    this.#answers.delete(answer)
    answer.response.destroy()
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
  const taken = (response.socket?.bytesWritten ?? 0) - (response.socket?.writableLength ?? 0)
  if (taken !== answer.taken || answer.unread === 0) answer.since = now
  answer.taken = taken
}

const slowestFirst = (a: Answer, b: Answer) => a.since - b.since || b.unread - a.unread

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')

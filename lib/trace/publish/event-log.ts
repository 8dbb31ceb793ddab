/**
 * What the event streams of one sandbox have still to read: written once for all of them. A reader that is too far behind is cut off, in
 * one sandbox and in all together; its browser comes back and asks for what it has missed.
 */

import { perProcess } from '@/lib/process/once'
import { type LogCursor, type LogReader, SharedLog } from './shared-log'
import type { Timeline } from './timeline'
import type { TimelineEvent } from './timeline-event'

/** Octets that wait for the slowest reader of one sandbox. */
const MOST_OF_ONE = 4 * 1024 * 1024
const MOST_IN_ALL = 64 * 1024 * 1024
/** Characters of one turn that go out in one piece. */
const MOST_AT_ONCE = 64 * 1024
/** Milliseconds. */
const HEARTBEAT = 15_000
/** Heartbeats that a reader may let pass with something to read. */
const PATIENCE = 3

/** Of all sandboxes that somebody reads of; `octets` wait in all of them. */
const all = () => perProcess('event-logs', () => ({ logs: new Map<Timeline, EventLog>(), octets: 0 }))

export class EventLog {
  /** Nothing comes any more: the sandbox has ended. */
  ended = false
  readonly #log = new SharedLog((octets) => {
    all().octets += octets
  })
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT).unref()
  readonly #unsubscribe: () => void
  #text = ''

  /** Use logOf. */
  constructor(
    private readonly timeline: Timeline,
    private readonly textOf: (event: TimelineEvent) => string,
  ) {
    this.#unsubscribe = timeline.subscribe((event) => this.#hear(event))
  }

  get octets(): number {
    return this.#log.octets
  }

  get whose(): string {
    return this.timeline.whose
  }

  join(reader: LogReader, beginning: Iterable<string>): LogCursor {
    // What has just happened is told by the beginning.
    this.#flush()
    const own = { wake: reader.wake, cut: () => this.#without(reader.cut) }
    const { next, leave } = this.#log.join(own, encoded(beginning))
    return { next, leave: () => this.#without(leave) }
  }

  /** false: nobody reads. */
  cutSlowest(): boolean {
    return this.#log.cutSlowest()
  }

  #without(reader: () => void): void {
    reader()
    if (this.#log.readers > 0) return
    clearInterval(this.#heartbeat)
    this.#unsubscribe()
    const { logs } = all()
    if (logs.get(this.timeline) === this) logs.delete(this.timeline)
  }

  #hear(event: TimelineEvent): void {
    // What happens in one turn of the event loop goes out in one piece.
    if (this.#text === '') setImmediate(() => this.#flush())
    this.#text += this.textOf(event)
    // A timeline resets when its sandbox ends.
    this.ended ||= event.type === 'reset'
    if (this.ended || this.#text.length > MOST_AT_ONCE) this.#flush()
  }

  #flush(): void {
    if (this.#text !== '') this.#add(this.#text)
    this.#text = ''
  }

  #add(text: string): void {
    this.#log.add(encoder.encode(text))
    while (this.#log.octets > MOST_OF_ONE) if (!this.cutSlowest()) break
    shrink()
  }

  #beat(): void {
    this.#log.cutStill(PATIENCE)
    if (this.#log.readers > 0) this.#add(': alive\n\n')
  }
}

const encoder = new TextEncoder()

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield encoder.encode(text)
}

/** It lasts as long as somebody reads. */
export function logOf(timeline: Timeline, textOf: (event: TimelineEvent) => string): EventLog {
  const { logs } = all()
  const log = logs.get(timeline) ?? new EventLog(timeline, textOf)
  logs.set(timeline, log)
  return log
}

/** Of the network address for which the most waits, the slowest reader goes first. */
function shrink(): void {
  while (all().octets > MOST_IN_ALL) {
    const logs = [...all().logs.values()]
    const shares = new Map<string, number>()
    for (const { whose, octets } of logs) shares.set(whose, (shares.get(whose) ?? 0) + octets)
    const rank = (log: EventLog) => shares.get(log.whose)! * MOST_IN_ALL + log.octets
    const [next] = logs.toSorted((a, b) => rank(b) - rank(a))
    if (!next?.cutSlowest()) return
  }
}

/**
 * A timeline as server-sent events. What a browser missed while it was away comes first (Last-Event-ID); where that
 * cannot be told, `reset` says: load everything again.
 */
import { API_HEADERS } from '../http/problem'
import { isShuttingDown, onShutdown } from '../http/shutdown'
import { exchangeText } from '../trace/exchange-text'
import { maskArtifact } from '../trace/mask'
import type { Timeline, TimelineEvent } from '../trace/timeline'
import { perProcess } from './per-process'

const HEARTBEAT = 15_000
/** Octets that wait for a browser that does not read; beyond it the stream breaks off and the browser comes back. */
const MOST_WAITING = 4 * 1024 * 1024
/** Characters of one turn that go out in one piece. */
const MOST_AT_ONCE = 64 * 1024
/** Exchanges told one by one to a browser that comes back; beyond it `reset`. */
const MOST_MISSED = 50
const MOST_PER_SANDBOX = 20

type Streams = Map<string, Set<() => void>>

const streams = () =>
  perProcess<Streams>('event-streams', () => {
    const open: Streams = new Map()
    onShutdown(() => {
      for (const ends of open.values()) for (const end of [...ends]) end()
    })
    return open
  })

/** null: this sandbox has as many streams as it may have. */
export function eventStream(timeline: Timeline, request: Request): Response | null {
  const open = streams().get(timeline.sandboxId)
  if (open && open.size >= MOST_PER_SANDBOX) return null
  const body = isShuttingDown() ? ': closing\n\n' : streamOf(timeline, request)
  return new Response(body, {
    headers: { ...API_HEADERS, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
  })
}

function streamOf(timeline: Timeline, request: Request): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const end = () => {
        stop()
        controller.close()
      }
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
        stop()
        // Not closed: that would keep what waits for as long as the connection lasts.
        controller.error(new DOMException('The reader is too slow', 'AbortError'))
      }
      const lastId = request.headers.get('last-event-id')
      for (const event of missed(timeline, lastId))
        controller.enqueue(encoder.encode(textOf(timeline, event)))
      stop = listen(timeline, request, write, end)
    },
    cancel: () => stop(),
  }
  return new ReadableStream(source, { highWaterMark: MOST_WAITING, size: ({ byteLength }) => byteLength })
}

/** @returns stops it; nothing is written and nothing ended after that */
function listen(timeline: Timeline, request: Request, write: (text: string) => void, end: () => void) {
  const heartbeat = setInterval(() => write(': alive\n\n'), HEARTBEAT)
  let waiting = ''
  const flush = () => {
    if (waiting !== '') write(waiting)
    waiting = ''
  }
  const unsubscribe = timeline.subscribe((event) => {
    // What happens in one turn of the event loop goes out in one piece.
    if (waiting === '') setImmediate(flush)
    waiting += textOf(timeline, event)
    if (event.type === 'reset' || waiting.length > MOST_AT_ONCE) flush()
    // A timeline resets when its sandbox ends.
    if (event.type === 'reset') end()
  })
  request.signal.addEventListener('abort', end)
  register(timeline.sandboxId, end)
  return () => {
    waiting = ''
    clearInterval(heartbeat)
    unsubscribe()
    request.signal.removeEventListener('abort', end)
    unregister(timeline.sandboxId, end)
  }
}

/** What a browser needs that has seen everything up to `lastId`. */
export function missed(timeline: Timeline, lastId: string | null): TimelineEvent[] {
  const seen = seenBy(timeline, lastId)
  const clock = { type: 'clock', ...clockOf(timeline) } as const
  const settings = { type: 'settings', settings: timeline.ledger.dials } as const
  if (seen === null) return [{ type: 'reset' }, clock, settings]
  const exchanges = timeline.after(seen).map((exchange) => ({ type: 'exchange', exchange }) as const)
  // An id counts exchanges, so acts cannot be told apart by it: all of them again.
  const acts = timeline.acts.map((act) => ({ type: 'act', act }) as const)
  return [...exchanges, ...timeline.desk, ...acts, clock, settings]
}

/** null: another process's numbers, or it has missed too much, or some of that has been let go. */
function seenBy(timeline: Timeline, lastId: string | null): number | null {
  const [, epoch, digits] = /^(.+)-(0|[1-9]\d{0,14})$/.exec(lastId ?? '') ?? []
  const seq = Number(digits)
  if (epoch !== timeline.epoch || seq > timeline.latest || timeline.latest - seq > MOST_MISSED) return null
  const complete = timeline.after(seq).length === timeline.latest - seq
  return complete ? seq : null
}

export function clockOf({ clock }: Timeline): { now: string; offsetSeconds: number } {
  const now = clock.now()
  return { now: now.toISOString(), offsetSeconds: Math.round((now.getTime() - Date.now()) / 1000) }
}

function textOf(timeline: Timeline, event: TimelineEvent): string {
  const id = event.type === 'exchange' ? event.exchange.id : `${timeline.epoch}-${timeline.latest}`
  return `event: ${event.type}\nid: ${id}\ndata: ${dataOf(event)}\n\n`
}

/** Nothing leaves unasked that signs in: neither in heads nor in rows. */
function dataOf(event: TimelineEvent): string {
  if (event.type === 'exchange') return exchangeText(event.exchange)
  if (event.type === 'act') return JSON.stringify(event.act)
  return JSON.stringify(event.type === 'stored' ? { ...event, rows: event.rows.map(maskArtifact) } : event)
}

function register(sandboxId: string, end: () => void): void {
  const open = streams().get(sandboxId) ?? new Set()
  streams().set(sandboxId, open.add(end))
}

function unregister(sandboxId: string, end: () => void): void {
  const open = streams().get(sandboxId)
  open?.delete(end)
  if (open?.size === 0) streams().delete(sandboxId)
}

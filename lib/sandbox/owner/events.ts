/**
 * A timeline as server-sent events. What a browser missed while it was away comes first (Last-Event-ID); where that
 * cannot be told, `reset` says: load everything again.
 */

import { hangUpOn } from '@/lib/http/hang-up'
import { API_HEADERS, comeAgain } from '@/lib/http/problem'
import { isShuttingDown, onShutdown } from '@/lib/http/shutdown'
import { hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { seldom } from '@/lib/process/throttle'
import { Places } from '@/lib/shares/places'
import { maskArtifact } from '@/lib/trace/export/mask'
import { exchangeText } from '@/lib/trace/fast/exchange-text'
import { logOf } from '@/lib/trace/publish/event-log'
import { secondsAhead, type Timeline } from '@/lib/trace/publish/timeline'
import type { TimelineEvent } from '@/lib/trace/publish/timeline-event'
import { whose } from '../whose'
import { drainOf } from '../world/drain'
import { tooMany } from './control'

/** Exchanges told one by one to a browser that comes back; beyond it `reset`. */
const MOST_MISSED = 50
/** A browser has one, whatever it has open; where it lacks locks, each tab has one. */
const MOST_OF_SANDBOX = 10
/** A class of 300 sits behind one address, with two browsers each. */
const MOST_OF_ADDRESS = 800
/** Some 70 KiB each. */
const MOST_IN_ALL = 2000

/** Seconds, where there is no place. A browser does not hear of it: the page comes again by itself (app/_live/connection/stream.ts). */
const COME_AGAIN = 30
/** Milliseconds after which a browser comes back by itself, at least: not all at once when the server was away. */
const RECONNECT = 2000

const streams = () =>
  perProcess('event-streams', () => {
    const ofAddress = Math.max(1, Math.round(MOST_OF_ADDRESS * env.RATE_LIMIT_SCALE))
    const ends = new Set<() => void>()
    onShutdown(() => {
      for (const end of [...ends]) end()
    })
    return { ends, places: new Places({ ofSandbox: MOST_OF_SANDBOX, ofAddress, inAll: MOST_IN_ALL }) }
  })

export const openStreams = (): number => streams().ends.size

export function eventStream(timeline: Timeline, request: Request): Response {
  // A HEAD request reads nothing, and nobody would end its stream.
  if (isShuttingDown() || request.method === 'HEAD') return answer(': closing\n\n')
  const holder = { sandbox: timeline.sandboxId, whose: whose(request) ?? timeline.whose }
  let end = () => {}
  const place = streams().places.take(holder, () => end())
  if (place === 'inAll') return comeAgain('busy', { retryAfter: COME_AGAIN })
  if (typeof place === 'string') return tooMany({ retryAfter: COME_AGAIN }, request)
  const stream = streamOf(timeline, request, place)
  end = stream.end
  return answer(stream.body)
}

const answer = (body: string | ReadableStream) =>
  new Response(body, {
    headers: { ...API_HEADERS, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
  })

/** @param left is called once, when it is over, however it ends */
function streamOf(timeline: Timeline, request: Request, left: () => void) {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  let isOpen = true
  const events = logOf(timeline, (event) => textOf(timeline, event))
  /** @returns false: it was over already */
  const stop = () => {
    if (!isOpen) return false
    isOpen = false
    reading.leave()
    streams().ends.delete(end)
    request.signal.removeEventListener('abort', end)
    left()
    return true
  }
  const end = () => {
    if (stop()) controller.close()
  }
  const breakOff = () => {
    if (!stop()) return
    controller.error(new DOMException('Broken off', 'AbortError'))
    // What is on its way would stay for as long as the connection lasts.
    hangUpOn(request)
  }
  const cut = () => {
    const sandbox = hashedId(timeline.sandboxId)
    seldom('slow_reader', (suppressed) => log('slow_reader', { sandbox, suppressed }))
    breakOff()
  }
  const give = () => {
    const piece = reading.next()
    if (piece) controller.enqueue(piece)
    else if (events.ended) end()
  }
  const seen = seenBy(timeline, request.headers.get('last-event-id'))
  const reading = events.join({ wake: give, cut }, beginning(timeline, seen, timeline.latest))
  streams().ends.add(end)
  request.signal.addEventListener('abort', end)
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
      },
      pull: give,
      cancel: () => void stop(),
    },
    { highWaterMark: 0 },
  )
  // Gone before it could be heard.
  if (request.signal.aborted) end()
  return { body, end: breakOff }
}

/**
 * What a browser needs that has seen everything up to its Last-Event-ID, read at the speed of its reader: what it has not read yet lies in the
 * ring and nowhere else.
 */
function* beginning(timeline: Timeline, seen: number | null, latest: number): Generator<string> {
  const write = (event: TimelineEvent) => textOf(timeline, event, latest)
  yield `retry: ${RECONNECT + Math.round(Math.random() * RECONNECT)}\n\n`
  if (seen === null) yield write({ type: 'reset' })
  else yield* missed(timeline, { seen, latest }, write)
  yield write({ type: 'clock', ...clockOf(timeline) }) +
    write({ type: 'settings', settings: timeline.ledger.dials })
  const ends = drainOf()?.endsAt
  if (ends) yield write({ type: 'ends', at: ends.toISOString() })
}

function* missed(
  timeline: Timeline,
  { seen, latest }: { seen: number; latest: number },
  write: (event: TimelineEvent) => string,
): Generator<string> {
  const { desk, acts } = timeline
  for (let seq = seen + 1; seq <= latest; seq++) {
    const [exchange] = timeline.after(seq - 1)
    // The ring has let it go while this was read.
    if (exchange?.seq !== seq) {
      yield write({ type: 'reset' })
      return
    }
    yield write({ type: 'exchange', exchange })
  }
  // An id counts exchanges, so acts cannot be told apart by it: all of them again.
  const others = [...desk, ...acts.map((act) => ({ type: 'act', act }) as const)]
  if (others.length > 0) yield others.map(write).join('')
}

/** null: another process's numbers, or it has missed too much, or some of that has been let go. */
function seenBy(timeline: Timeline, lastId: string | null): number | null {
  const [, epoch, digits] = /^(.+)-(0|[1-9]\d{0,14})$/.exec(lastId ?? '') ?? []
  const seq = Number(digits)
  if (epoch !== timeline.epoch || seq > timeline.latest || timeline.latest - seq > MOST_MISSED) return null
  const complete = timeline.after(seq).length === timeline.latest - seq
  return complete ? seq : null
}

export const clockOf = (timeline: Timeline): { now: string; offsetSeconds: number } => ({
  now: timeline.clock.now().toISOString(),
  offsetSeconds: secondsAhead(timeline),
})

/** @param latest `seq` of the newest exchange that a reader of this has been told of */
function textOf(timeline: Timeline, event: TimelineEvent, latest = timeline.latest): string {
  const id = event.type === 'exchange' ? event.exchange.id : `${timeline.epoch}-${latest}`
  return `event: ${event.type}\nid: ${id}\ndata: ${dataOf(event)}\n\n`
}

/** Nothing leaves unasked that signs in: neither in heads nor in rows. */
function dataOf(event: TimelineEvent): string {
  if (event.type === 'exchange') return exchangeText(event.exchange)
  if (event.type === 'act') return JSON.stringify(event.act)
  return JSON.stringify(event.type === 'stored' ? { ...event, rows: event.rows.map(maskArtifact) } : event)
}

/**
 * One event stream for the whole browser, because a browser opens only six connections to a host (HTTP/1.1). The tab
 * that holds the Web Lock has it and passes everything on; when that tab goes, the next one takes over. Where there are no locks
 * (plain http) a tab has it for as long as it is in sight.
 */
import { control } from '../requests/control'
import { isOnScreen, useLive } from '../state/store'
import { load, type StreamEvent, take } from '../state/timeline-state'
import { holdLock } from './locks'
import { openChannel } from './tabs'

type Told = { kind: 'event'; event: StreamEvent } | { kind: 'connection'; up: boolean }
type Passed = Told & { sandbox: string }

const LOCK = 'remember-me:stream'
const EVENTS = ['exchange', 'clock', 'desk', 'act', 'settings', 'lab', 'ends', 'reset'] as const
/** Milliseconds; doubled with each failure. The browser itself reconnects only after a connection was lost. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

let sandbox: string | null = null
let leads = false
let source: EventSource | null = null
let channel: BroadcastChannel | null = null
let retry: ReturnType<typeof setTimeout> | undefined
let wait = FIRST_WAIT

/** Resolves when this tab is told of what happens from now on, or it is clear that this takes longer. */
export async function openStream(id: string): Promise<void> {
  sandbox = id
  channel ??= openChannel<Passed>(LOCK, receive)
  if (leads) return connect()
  place ??= holdLock(LOCK, lead)
  const mine = await place
  if (mine === 'none') return inSight()
  return leads ? opened : load()
}

let sighted = false

function inSight(): Promise<void> {
  if (!sighted) document.addEventListener('visibilitychange', look)
  sighted = true
  return document.hidden ? load() : connect()
}

function look(): void {
  if (!document.hidden) void connect().then(() => load())
  else {
    clearTimeout(retry)
    source?.close()
    source = null
  }
}

/** Asked for once: a tab that waits takes over when it is its turn. */
let place: ReturnType<typeof holdLock> | null = null
let opened: Promise<void> = Promise.resolve()

function lead(): void {
  leads = true
  opened = connect()
}

function connect(): Promise<void> {
  source?.close()
  clearTimeout(retry)
  const mine = new EventSource('/api/sandbox/events')
  source = mine
  const { promise, resolve } = Promise.withResolvers<void>()
  mine.onopen = () => {
    wait = FIRST_WAIT
    pass({ kind: 'connection', up: true })
    resolve()
  }
  mine.onerror = () => {
    resolve()
    if (source === mine) lost(mine)
  }
  for (const type of EVENTS)
    mine.addEventListener(type, ({ data }: MessageEvent<string>) => {
      if (source === mine) pass({ kind: 'event', event: { type, data: JSON.parse(data) } as StreamEvent })
    })
  return promise
}

function lost(stream: EventSource) {
  pass({ kind: 'connection', up: false })
  if (stream.readyState !== EventSource.CLOSED) return
  // The server answered, but with no stream. A whole class may have been told so in the same moment.
  retry = setTimeout(again, wait * (1 + Math.random()))
  wait = Math.min(2 * wait, LONGEST_WAIT)
}

async function again() {
  const asked = sandbox
  const { code } = await control('GET')
  if (code !== 'no_sandbox' && sandbox === asked) void connect()
}

function pass(told: Told) {
  if (sandbox === null) return
  const message = { ...told, sandbox }
  receive(message)
  channel?.postMessage(message)
}

function receive(message: Passed) {
  if (!isOnScreen(message.sandbox)) return
  if (message.kind === 'event') return take(message.event)
  useLive.setState(({ phase }) => {
    if (phase !== 'live' && phase !== 'reconnecting') return {}
    return { phase: message.up ? 'live' : 'reconnecting' }
  })
}

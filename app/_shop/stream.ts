/**
 * One event stream for the whole browser, because a browser opens only six connections to a host (HTTP/1.1). The tab
 * that holds the Web Lock has it and passes everything on; when that tab goes, the next one takes over.
 */
import { control } from './control'
import { useLive } from './live'
import { load, type StreamEvent, take } from './timeline-state'

type Told = { kind: 'event'; event: StreamEvent } | { kind: 'connection'; up: boolean }
type Passed = Told & { sandbox: string }

const LOCK = 'remember-me:stream'
const EVENTS = ['exchange', 'clock', 'desk', 'act', 'settings', 'lab', 'reset'] as const
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
  channel ??= listen()
  if (leads || !navigator.locks) return connect()
  const leader = Promise.withResolvers<boolean>()
  void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
    leader.resolve(lock !== null)
    return lock ? lead() : queue()
  })
  return (await leader.promise) ? opened : load()
}

let opened: Promise<void> = Promise.resolve()
let queued = false

/** Holds the lock as long as the tab lives. */
function lead(): Promise<never> {
  leads = true
  opened = connect()
  return new Promise(() => {})
}

/** Not awaited: `lead` never ends. */
function queue(): void {
  if (queued || !navigator.locks) return
  queued = true
  void navigator.locks.request(LOCK, lead)
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
  // The server answered, but with no stream.
  retry = setTimeout(again, wait)
  wait = Math.min(2 * wait, LONGEST_WAIT)
}

async function again() {
  const { code } = await control('GET')
  if (code !== 'no_sandbox') void connect()
}

function pass(told: Told) {
  if (sandbox === null) return
  const message = { ...told, sandbox }
  receive(message)
  channel?.postMessage(message)
}

function listen(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const other = new BroadcastChannel(LOCK)
  other.onmessage = ({ data }: MessageEvent<Passed>) => receive(data)
  return other
}

function receive(message: Passed) {
  if (message.sandbox !== sandbox) return
  if (message.kind === 'event') return take(message.event)
  useLive.setState(({ phase }) => {
    if (phase !== 'live' && phase !== 'reconnecting') return {}
    return { phase: message.up ? 'live' : 'reconnecting' }
  })
}

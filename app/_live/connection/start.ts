/** Opens the visitor's sandbox when the page opens: gets the one there is, or makes one. */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { Product } from '@/lib/shop/answers'
import type { StrategyName } from '@/lib/strategies/strategy'
import { readDials } from '../dials/dials'
import { closeClients, followOtherTabs, openClients } from '../requests/clients'
import { noteClock } from '../requests/clock'
import { control, type OwnAnswer } from '../requests/control'
import { type Answer, isOk, send } from '../requests/http'
import { readUnread, showOnPage } from '../requests/unread-carts'
import { forgetSandbox, isOnScreen, useLive } from '../state/store'
import type { Phase } from '../state/types'
import { withLock } from './locks'
import { type NoSandboxBody, phaseOf } from './no-sandbox'
import { openStream } from './stream'
import { hear, tell } from './tabs'

export interface StartOptions {
  device?: VisitorDevice
  /** Whose carts this page shows, and reads first. Without: as before. */
  lanes?: readonly StrategyName[]
}

/** The shop opens without the stream when that takes longer. Milliseconds. */
const STREAM_PATIENCE = 1500

let starting: Promise<void> | null = null
let following = false

/** May be called by every page that opens: with a sandbox already open it only reads what was not read yet. */
export function start(options: StartOptions = {}): Promise<void> {
  if (options.device) useLive.setState({ device: options.device })
  if (options.lanes) showOnPage(options.lanes)
  if (starting) return starting.then(() => (isOpen() ? readUnread() : undefined))
  starting = run(options)
    .catch(broke)
    .finally(() => {
      starting = null
    })
  return starting
}

/** A defect. Nobody waits for ever because of it. */
function broke(error: unknown) {
  console.error(error)
  if (useLive.getState().phase === 'starting') enter('not-opened')
}

function isOpen(): boolean {
  const { phase, sandbox } = useLive.getState()
  return sandbox !== null && (phase === 'live' || phase === 'reconnecting')
}

/** Ends the sandbox with all that is in it, and opens a new one. */
export async function startOver(options: StartOptions = {}): Promise<void> {
  await starting
  const ours = !/^(ended|key-)/.test(useLive.getState().phase)
  leave()
  useLive.setState({ phase: 'starting' })
  // What this browser's key opens now may be another one, which another tab uses.
  if (ours) await control('DELETE')
  await start(options)
  const { sandbox } = useLive.getState()
  if (sandbox) tell({ kind: 'moved', sandbox: sandbox.id })
}

async function run(options: StartOptions): Promise<void> {
  if (isOpen()) return readUnread()
  if (window.top !== window) return enter('framed')
  enter('starting')
  follow()
  const answer = await withLock('remember-me:start', open)
  if (typeof answer === 'string') return enter(answer)
  if (answer.status === 429) return waitAndStart(answer.retryAfter ?? 60, options)
  if (answer.status === 431) return enter('head-too-large')
  if (!isOk(answer) || !answer.body) return enter(answer.status === 0 ? 'failed' : 'not-opened')
  await settle(answer.body, options)
}

/** One sandbox, asked for once: a browser that keeps no owner cookie would be given another each time. */
async function open(): Promise<Answer<OwnAnswer> | Phase> {
  const made = await own('POST')
  if (made.code === 'no_sandbox') return phaseOf(made.body as NoSandboxBody)
  if (made.status !== 201) return made
  const kept = await own('GET')
  if (kept.code !== 'no_sandbox') return kept
  const phase = phaseOf(kept.body as NoSandboxBody)
  if (phase !== 'key-absent') return phase
  return (await import('./no-cookie')).whyNoCookie()
}

/** Whichever sandbox it is: that is what is asked. */
const own = (method: 'GET' | 'POST') => send<OwnAnswer>('/api/sandbox', { method })

async function settle({ sandbox, users, clock }: OwnAnswer, options: StartOptions): Promise<void> {
  const { sandbox: before } = useLive.getState()
  // The place that the address names is kept: it was put there before anything was known.
  if (before && before.id !== sandbox.id) leave()
  useLive.setState({ sandbox, users })
  noteClock(clock)
  openClients()
  // So that the first requests of the shop are told of as they happen.
  const stream = Promise.race([openStream(sandbox.id), later(STREAM_PATIENCE)])
  // Before the first request of a shop: a dial says where a token lies.
  const [catalogued, dialled] = await Promise.all([readCatalogue(), readDials(), stream])
  // Another tab has started over meanwhile.
  if (!isOnScreen(sandbox.id)) return run(options)
  const known = catalogued && dialled
  enter(known ? 'live' : 'not-opened')
  if (known) await readUnread()
}

async function readCatalogue(): Promise<boolean> {
  if (useLive.getState().catalogue.length > 0) return true
  const answer = await send<{ products: Product[] }>('/api/catalogue', { method: 'GET' })
  if (!isOk(answer) || !answer.body) return false
  useLive.setState({ catalogue: answer.body.products })
  return true
}

function waitAndStart(seconds: number, options: StartOptions) {
  useLive.setState({ phase: 'too-many', retryAfter: seconds })
  const timer = setInterval(() => {
    const left = (useLive.getState().retryAfter ?? 0) - 1
    if (left > 0) return useLive.setState({ retryAfter: left })
    clearInterval(timer)
    void start(options)
  }, 1000)
}

/** Goes along: with the other tabs, with one that started over, and to the other device. */
function follow() {
  if (following) return
  following = true
  followOtherTabs()
  useLive.subscribe((now, before) => {
    if (now.device !== before.device && isOpen()) void readUnread()
  })
  hear((message) => {
    if (message.kind !== 'moved' || isOnScreen(message.sandbox)) return
    leave()
    void start()
  })
}

function leave() {
  closeClients()
  forgetSandbox()
}

const enter = (phase: Phase) => useLive.setState({ phase, retryAfter: null })

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

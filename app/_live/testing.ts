/**
 * A small browser for the tests of this folder: one cookie store, one localStorage, tabs with memory of their own, and
 * the site's real API behind `fetch`. Never shipped.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import { CookieJar } from '@/lib/client/jar'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { callApi, ORIGIN } from '@/lib/testing/api'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface Sent {
  method: string
  /** e.g. "jwt/laptop/cart", "sandbox/clock" */
  what: string
  status: number
}

export interface Browser {
  /** All requests of all tabs, in the order of their answers; the event stream is not among them. */
  sent: Sent[]
  jar: CookieJar
  storage: Map<string, string>
  /** Event streams that are open. */
  streams: number
  /** "POST jwt/laptop/refresh 200", … since the last call. */
  news(): string[]
  /** Before each request: what it returns is answered instead. */
  intercept: ((method: string, what: string) => Response | undefined | Promise<undefined>) | null
  /** After the server has answered: the page gets the answer when this resolves. */
  hold: ((what: string, status: number) => Promise<void> | undefined) | null
}

/** What a tab of an earlier test has still under way, a timer or an answer, goes on in the browser of that test, and leaves this one alone. */
const opened = new AsyncLocalStorage<Browser>()
const own = (newest: Browser) => opened.getStore() ?? newest

export function openBrowser(): Browser {
  const browser: Browser = {
    sent: [],
    jar: new CookieJar(),
    storage: new Map(),
    streams: 0,
    intercept: null,
    hold: null,
    news: () => news(browser),
  }
  opened.enterWith(browser)
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => answer(own(browser), url, init))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => own(browser).storage.get(key) ?? null,
    setItem: (key: string, value: string) => own(browser).storage.set(key, value),
    removeItem: (key: string) => own(browser).storage.delete(key),
  })
  const window = { isSecureContext: true, top: null as unknown }
  window.top = window
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { protocol: 'https:', hostname: 'shop.example' })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('EventSource', eventSourceOf(browser))
  keepApart(`browser ${++browsers}: `)
  return browser
}

/** As Chromium with all cookies blocked, and as stricter browsers: what is asked for throws or rejects. */
export function refuseStorage(browser: Browser): void {
  const denied = () => {
    throw new DOMException('The request was denied.', 'SecurityError')
  }
  browser.intercept = () => {
    browser.jar.cookies = []
    return undefined
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  vi.stubGlobal('BroadcastChannel', denied)
  vi.stubGlobal('navigator', { locks: { request: async () => denied() } })
}

let browsers = 0
const RealChannel = globalThis.BroadcastChannel
const realLocks = navigator.locks

/** Channels and locks are the process's; the tabs of an earlier test must not take part. */
function keepApart(prefix: string) {
  const own = class extends RealChannel {
    constructor(name: string) {
      super(prefix + name)
    }
  }
  vi.stubGlobal('BroadcastChannel', own)
  const request = (name: string, ...rest: [never]) => realLocks.request(prefix + name, ...rest)
  vi.stubGlobal('navigator', { locks: { request } })
}

/** A tab's own modules: its own store, its own access tokens. The server's are shared by the process. */
export async function openTab() {
  vi.resetModules()
  const [{ useLive }, { start, startOver }, acts, desk, { turnDials }, { clientOf }, { gather }, renewHeld] =
    await Promise.all([
      import('./state/store'),
      import('./connection/start'),
      import('./requests/acts'),
      import('./requests/desk'),
      import('./dials/dials'),
      import('./requests/clients'),
      import('./state/gather'),
      import('./requests/renew-held'),
    ])
  const setDevice = (device: VisitorDevice) => useLive.setState({ device })
  // Nobody watches requests that did not come over a wire.
  const know = (exchanges: Exchange[]) => useLive.setState({ exchanges })
  return {
    live: () => useLive.getState(),
    setDevice,
    know,
    start,
    startOver,
    turnDials,
    clientOf,
    gather,
    ...acts,
    ...desk,
    ...renewHeld,
  }
}

export type Tab = Awaited<ReturnType<typeof openTab>>

async function answer(browser: Browser, url: string, init: RequestInit): Promise<Response> {
  const what = url.replace('/api/', '').replace(/^(cookie|session|jwt)\/[\w-]{11}\//, '$1/')
  const method = init.method ?? 'GET'
  const response =
    (await browser.intercept?.(method, what)) ??
    (await callApi(url, { ...init, headers: headersOf(browser, url, init) }))
  for (const line of response.headers.getSetCookie()) browser.jar.store(line)
  browser.sent.push({ method, what, status: response.status })
  await browser.hold?.(what, response.status)
  return response
}

function headersOf({ jar }: Browser, url: string, init: RequestInit): Record<string, string> {
  const cookie = jar.fieldFor(url)
  const own = init.headers as Record<string, string> | undefined
  return {
    Host: new URL(ORIGIN).host,
    'Sec-Fetch-Site': 'same-origin',
    ...own,
    ...(cookie && { Cookie: cookie }),
  }
}

function news({ sent }: Browser): string[] {
  return sent.splice(0).map(({ method, what, status }) => `${method} ${what} ${status}`)
}

/** Reads the real stream; of the interface only what stream.ts uses. */
const eventSourceOf = (newest: Browser) =>
  class extends EventTarget {
    static CLOSED = 2
    readyState = 0
    onopen: (() => void) | null = null
    onerror: (() => void) | null = null
    private readonly gone = new AbortController()
    private readonly browser = own(newest)

    constructor(url: string) {
      super()
      this.browser.streams++
      void this.read(url)
    }

    private async read(url: string) {
      const { signal } = this.gone
      const response = await callApi(url, { headers: headersOf(this.browser, url, {}), signal })
      if (signal.aborted) return
      this.readyState = response.ok ? 1 : 2
      if (!response.ok) return this.onerror?.()
      this.onopen?.()
      let rest = ''
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop()!
        for (const block of blocks) this.deliver(block)
      }
    }

    private deliver(block: string) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const type = field('event')
      if (type && !this.gone.signal.aborted)
        this.dispatchEvent(new MessageEvent(type, { data: field('data') }))
    }

    close() {
      if (!this.gone.signal.aborted) this.browser.streams--
      this.readyState = 2
      this.gone.abort()
    }
  }

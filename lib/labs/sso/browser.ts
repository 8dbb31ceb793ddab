/** A client of the run that goes from site to site as a browser does: one jar, and redirects are followed. It runs no page. */

import type { SandboxClock } from '@/lib/sandbox/world/clock'
import type { Action } from '@/lib/shop/operations'
import type { Device } from '@/lib/strategies/strategy'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import type { LabWire } from '../outside/wire'
import type { Reply } from '../stage/client'
import type { Between, ServerFetch } from './between'
import { HostJar } from './host-jar'
import { HOSTS, isHost, SPOKEN } from './names'

export interface BrowserAround {
  readonly wire: LabWire
  readonly between: Between
  readonly clock: SandboxClock
  readonly device: Device
}

interface Sent {
  method?: string
  action?: Action
  headers?: readonly HeaderLine[]
  body?: string
}

/** More than any sign-in takes. */
const MOST_HOPS = 10

export class HostBrowser {
  readonly jar = new HostJar()
  readonly #around: BrowserAround

  constructor(around: BrowserAround) {
    this.#around = around
  }

  get #now(): number {
    return this.#around.clock.now().getTime()
  }

  async send(url: URL, { method = 'GET', action = 'me', headers = [], body }: Sent = {}): Promise<Reply> {
    const { wire, between, device } = this.#around
    const { host } = url
    if (!isHost(host)) throw new Error(`no host of this run: ${host}`)
    const cookie = this.jar.fieldFor(url, this.#now)
    const reply = await wire.send({
      ...{ to: SPOKEN[host], device, action, port: between.portOf(host), host, method },
      path: url.pathname + url.search,
      headers: [...(cookie === null ? [] : [['Cookie', cookie] satisfies HeaderLine]), ...headers],
      body,
    })
    for (const line of reply.setCookie) this.jar.store(line, { url, now: this.#now })
    return reply
  }

  /** As a person walks: along all redirects, and where a sign-in page comes, with this password. */
  async walk(url: URL, sent: Sent, password: { user: string; text: string } | null): Promise<Walk> {
    const replies = [await this.send(url, sent)]
    let at = url
    let asked = false
    while (replies.length <= MOST_HOPS) {
      const last = replies.at(-1)!
      const location = last.headers.get('location')
      if (location !== null) {
        at = new URL(location, at)
        replies.push(await this.send(at, { action: sent.action }))
      } else if (isSignInPage(at, last) && password && !asked) {
        asked = true
        const action = /action="([^"]*)"/.exec(last.text)![1]!.replaceAll('&amp;', '&')
        const body = String(new URLSearchParams({ user: password.user, password: password.text }))
        at = new URL(action, at)
        replies.push(await this.send(at, { method: 'POST', action: 'sign-in', body }))
      } else return { last, at, replies, asked }
    }
    throw new Error('too many redirects')
  }

  /** For an app that runs in it: its requests to other hosts carry no cookies. */
  get fetch(): ServerFetch {
    return async (url, { method, headers, body } = {}) => {
      const { wire, between, device } = this.#around
      const { host, pathname, search } = new URL(url)
      const fields = [...new Headers(headers)].filter(([name]) => name !== 'content-length')
      const reply = await wire.send({
        ...{ to: SPOKEN[HOSTS.login], device, action: 'sign-in', port: between.portOf(host), host },
        ...{ method: method ?? 'GET', path: pathname + search, headers: fields },
        ...(body !== undefined && body !== null && { body: String(body) }),
      })
      return new Response(reply.text, { status: reply.status, headers: reply.headers })
    }
  }
}

export interface Walk {
  /** The answer at the end of it, and where that was. */
  readonly last: Reply
  readonly at: URL
  readonly replies: readonly Reply[]
  /** The authorization server wanted a password. */
  readonly asked: boolean
}

const isSignInPage = ({ host }: URL, { status, text }: Reply) =>
  host === HOSTS.login && status === 200 && text.includes('<form')

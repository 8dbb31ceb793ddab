// The connections of one visitor: as many as a browser has to one host (HTTP/1.1), kept, and one for the event stream.
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { CookieJar } from '../../lib/client/jar.ts'
import { API, BROWSER, type Fields, STREAM } from '../faults/browser-fields.ts'
import { answerOf, plain, type Reply } from '../faults/reply.ts'
import type { Notebook } from './seen.ts'

const CONNECTIONS = 6
/** Milliseconds: who waits for longer has given up. */
const PATIENCE = 20_000

export interface Place {
  origin: string
  /** The network address that all of a class sit behind; undefined: whichever. */
  from?: string
}

export interface Asked {
  method: string
  path: string
  fields?: Fields
  body?: object
}

export class Wire {
  readonly #module: typeof http | typeof https
  readonly #to: RequestOptions
  readonly #origin: string
  readonly #agent: http.Agent
  readonly #jar = new CookieJar()
  readonly #notes: Notebook

  constructor({ origin, from }: Place, notes: Notebook) {
    const { protocol, host, hostname, port } = new URL(origin)
    this.#module = protocol === 'https:' ? https : http
    this.#notes = notes
    this.#origin = origin
    this.#to = {
      host: hostname === '[::1]' ? '::1' : '127.0.0.1',
      port: port || (protocol === 'https:' ? 443 : 80),
      localAddress: from,
      setHost: false,
      headers: { Host: host },
      // On this machine a certificate is its owner's own.
      ...(protocol === 'https:' && { rejectUnauthorized: false, servername: hostname }),
    }
    this.#agent = new this.#module.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  }

  /** Never fails: the status is 0 then. */
  async ask(asked: Asked): Promise<Reply> {
    const from = performance.now()
    const reply = await this.#send(asked)
    const { seen } = this.#notes
    if (reply.status > 0) seen.answers.push(performance.now() - from)
    else if (reply.why === 'timeout') seen.timedOut++
    return reply
  }

  /** @returns what closes it; null: it did not open */
  listen(hear: (text: string) => void): Promise<(() => void) | null> {
    const { promise, resolve } = Promise.withResolvers<(() => void) | null>()
    const sending = this.#request(
      { method: 'GET', path: '/api/sandbox/events', fields: STREAM },
      { agent: false },
    )
    let left = false
    const close = () => {
      left = true
      sending.destroy()
    }
    const lose = (why: string) => {
      if (!left) this.#notes.seen.refuse(`stream ${why}`)
      resolve(null)
    }
    sending.on('error', ({ message }) => lose(message))
    sending.on('response', (response) => {
      response.on('close', () => lose('closed'))
      if (response.statusCode !== 200) {
        lose(String(response.statusCode))
        close()
        return
      }
      plain(response)
        .setEncoding('utf8')
        .on('error', () => {})
        .on('data', hear)
      resolve(close)
    })
    sending.end()
    return promise
  }

  end(): void {
    this.#agent.destroy()
  }

  async #send(asked: Asked, again = false): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    const sending = this.#request(asked, { agent: this.#agent })
    const timer = setTimeout(() => sending.destroy(new Error('timeout')), PATIENCE)
    sending.on('error', reject)
    sending.on('response', (response) => this.#take(response).then(resolve, reject))
    sending.end(asked.body && JSON.stringify(asked.body))
    try {
      return await promise
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (again || !sending.reusedSocket || code !== 'ECONNRESET')
        return { status: 0, why: message === 'timeout' ? message : (code ?? message) }
      this.#notes.seen.repeated++
      return this.#send(asked, true)
    } finally {
      clearTimeout(timer)
    }
  }

  async #take(response: IncomingMessage): Promise<Reply> {
    const octets = Buffer.concat(await response.toArray())
    for (const line of response.headers['set-cookie'] ?? []) this.#jar.store(line)
    return answerOf(response, octets)
  }

  #request({ method, path, fields, body }: Asked, more: RequestOptions) {
    const cookie = this.#jar.fieldFor(path)
    const headers: Fields = { ...(this.#to.headers as Fields), ...BROWSER, ...API, ...fields }
    headers.Referer = `${this.#origin}/`
    if (cookie) headers.Cookie = cookie
    if (method !== 'GET') headers.Origin = this.#origin
    if (body) headers['Content-Type'] = 'application/json'
    return this.#module.request({ ...this.#to, method, path, headers, ...more })
  }
}

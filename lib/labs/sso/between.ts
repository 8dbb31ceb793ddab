/** What the servers of a run ask each other, over sockets as well: counted, and on no wire of a browser. */
import { type IncomingMessage, request } from 'node:http'
import { HERE } from '../outside/open-http'
import { type HostName, isHost } from './names'

/** Takes what jose and openid-client hand to a fetch of one's own. */
export type ServerFetch = (url: string, options?: FetchOptions) => Promise<Response>

interface FetchOptions {
  method?: string
  headers?: Headers | Record<string, string>
  body?: unknown
}

export class Between {
  readonly #ports = new Map<HostName, number>()
  readonly #asked = new Map<HostName, number>()

  name(host: HostName, port: number): void {
    this.#ports.set(host, port)
  }

  /** The run's own list of names: nothing else is resolved. */
  portOf(host: string): number {
    const port = isHost(host) ? this.#ports.get(host) : undefined
    if (port === undefined) throw new Error('no such host in this run')
    return port
  }

  /** How many questions this host has asked others so far. */
  askedBy(host: HostName): number {
    return this.#asked.get(host) ?? 0
  }

  /** A fetch for the server of this host. */
  fetchFrom(host: HostName): ServerFetch {
    return (url, options = {}) => {
      this.#asked.set(host, this.askedBy(host) + 1)
      return this.#send(new URL(url), options)
    }
  }

  #send(url: URL, { method = 'GET', headers, body }: FetchOptions): Promise<Response> {
    const fields = Object.fromEntries(new Headers(headers))
    const text = body === undefined || body === null ? '' : String(body)
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const sent = request({
      ...{ host: HERE, port: this.portOf(url.host), path: url.pathname + url.search, method, agent: false },
      headers: { ...fields, host: url.host, 'content-length': Buffer.byteLength(text) },
      timeout: 5000,
    })
    sent.once('timeout', () => sent.destroy(new Error('no answer')))
    sent.once('error', reject)
    sent.once('response', (response) => void responseOf(response).then(resolve, reject))
    sent.end(text)
    return promise
  }
}

async function responseOf(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { statusCode = 500, headers } = incoming
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null
  const type = headers['content-type']
  return new Response(body, { status: statusCode, headers: type ? { 'content-type': type } : {} })
}

// Whoever is not the honest visitor: from a loopback address of its own, with as many connections as it likes.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { CookieJar } from '../../lib/client/jar.ts'

export interface Reply {
  /** 0: there was none. */
  status: number
  fields: IncomingHttpHeaders
  /** null: there is none, or it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: who asks knows what comes.
  body: any
}

export interface Sandbox {
  id: string
  users: { email: string; password: string }[]
  /** Of its owner. */
  Cookie: string
}

/** What was sent, and what of its answers came along. */
export interface Unread {
  status: number
  socket: Socket
}

export class Stranger {
  readonly #from: { host: string; port: number; localAddress: string }
  readonly #agent: Agent
  readonly #sockets = new Set<Socket>()
  readonly host: string
  readonly origin: string
  /** How often each status was answered; 0: not at all. */
  counts: Record<string, number> = {}

  constructor(port: number, localAddress: string) {
    this.#from = { host: '127.0.0.1', port, localAddress }
    this.#agent = new Agent({ keepAlive: true, maxSockets: 400, localAddress })
    this.host = `localhost:${port}`
    this.origin = `http://${this.host}`
  }

  /** Never fails: the status is 0 then. */
  async ask(
    method: string,
    path: string,
    fields: Record<string, string> = {},
    body?: object,
  ): Promise<Reply> {
    const answer = await this.#answer(method, path, fields, body).catch(() => ({
      status: 0,
      fields: {},
      body: null,
    }))
    this.counts[answer.status] = (this.counts[answer.status] ?? 0) + 1
    return answer
  }

  async #answer(method: string, path: string, fields: Record<string, string>, body?: object): Promise<Reply> {
    const text = body && JSON.stringify(body)
    const headers = {
      Host: this.host,
      Origin: this.origin,
      ...fields,
      ...(text && { 'Content-Type': 'application/json' }),
    }
    const asking = request({
      agent: this.#agent,
      ...this.#from,
      method,
      path,
      headers,
      timeout: 30_000,
    })
    asking.on('timeout', () => asking.destroy())
    asking.end(text)
    const [response]: [IncomingMessage] = (await once(asking, 'response')) as [IncomingMessage]
    const chunks = await response.toArray()
    return {
      status: response.statusCode ?? 0,
      fields: response.headers,
      body: parsed(Buffer.concat(chunks).toString()),
    }
  }

  /** What was answered, as words. */
  told = () =>
    Object.entries(this.counts)
      .map(([status, count]) => `${count} × ${status === '0' ? 'nothing' : status}`)
      .join(', ')

  async sandbox(): Promise<Sandbox> {
    const { status, fields, body } = await this.ask('POST', '/api/sandbox')
    if (status !== 201 && status !== 200) throw new Error(`A sandbox for a stranger: ${status}`)
    const Cookie = cookiesAfter(fields).fieldFor('/api/sandbox') ?? ''
    return { id: body.sandbox.id, users: body.users, Cookie }
  }

  /** Sends this as it is, and takes no more of the answers than comes along with the first octets. */
  unread(text: string): Unread {
    const socket = connect(this.#from)
    const seen: Unread = { status: 0, socket }
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      seen.status = Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1] ?? 0)
      socket.pause()
    })
    socket.write(text)
    return seen
  }

  /**
   * Of these, how many the server has ended. The client cannot know: what it would be told lies behind what it has not read. So the other end
   * is asked for, by its row in proc(5), net/tcp: it is established, state 01, or it is not.
   */
  endedOf(seen: Unread[]) {
    const rows = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
    const portOf = (end = '') => Number.parseInt(end.split(':')[1] ?? '', 16)
    const open = rows.filter(([, own, , state]) => portOf(own) === this.#from.port && state === '01')
    const ports = new Set(open.map(([, , other]) => portOf(other)))
    return seen.filter(({ socket }) => !ports.has(socket.localPort ?? 0)).length
  }

  end() {
    for (const socket of this.#sockets) socket.destroy()
    this.#agent.destroy()
  }
}

/** What an answer leaves in a browser. @param fields of its head */
export function cookiesAfter(fields: IncomingHttpHeaders) {
  const jar = new CookieJar()
  for (const line of fields['set-cookie'] ?? []) jar.store(line)
  return jar
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A request over a bare socket: its octets go out as they are, where `fetch` would refuse them, mend them or take some off. */
import { once } from 'node:events'
import { connect } from 'node:net'

export interface RawRequest {
  method?: string
  target: string
  /** One character is one octet. Host and Connection are added, and Content-Length to a body. */
  fields?: readonly (readonly [name: string, value: string])[]
  /** Likewise. */
  body?: string
}

export interface RawAnswer {
  status: number
  /** null: no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON.
  body: any
  /** Values of Set-Cookie. */
  setCookie: string[]
}

/**
 * @param origin of the server, e.g. "http://127.0.0.1:3000"; its host is the Host field, unless one is given
 * @throws when no answer comes
 */
export async function sendRaw(origin: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  // A server that has refused the head may close before it has read the body.
  socket.on('error', () => {})
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // Not `end`: Node's server takes the end of what is sent for the end of who waits.
  socket.write(Buffer.from(written(origin, request), 'latin1'))
  await once(socket, 'close')
  return answerIn(Buffer.concat(chunks))
}

function written(origin: string, { method = 'GET', target, fields = [], body }: RawRequest): string {
  const isGiven = fields.some(([name]) => name.toLowerCase() === 'host')
  const all = [
    ...(isGiven ? [] : [['Host', new URL(origin).host] as const]),
    ...fields,
    ...(body === undefined ? [] : [['Content-Length', String(body.length)] as const]),
    ['Connection', 'close'] as const,
  ]
  const head = all.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `${method} ${target} HTTP/1.1\r\n${head}\r\n${body ?? ''}`
}

function answerIn(octets: Buffer): RawAnswer {
  const text = octets.toString('latin1')
  const [head = ''] = text.split('\r\n\r\n', 1)
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(head) ?? []
  if (status === undefined) throw new Error('the connection ended without an answer')
  const json = /\{.*\}/s.exec(octets.toString('utf8').slice(head.length))?.[0]
  return {
    status: Number(status),
    body: json === undefined ? null : JSON.parse(json),
    setCookie: [...head.matchAll(/^set-cookie: (.*)$/gim)].map(([, value]) => value!.trimEnd()),
  }
}

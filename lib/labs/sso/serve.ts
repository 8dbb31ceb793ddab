/** Servers of a run, each under its name, with the handlers of the web's own Request and Response. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isHost } from './names'

export type Responder = (request: Request) => Promise<Response>

/** Octets of a body: more than any of these forms has. */
const MOST_OF_BODY = 16 * 1024

export const listener =
  (answer: Responder): RequestListener =>
  (incoming, outgoing) =>
    void answered(answer, incoming, outgoing).catch(() => outgoing.destroy())

async function answered(
  answer: Responder,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await requestOf(incoming)
  const response = request instanceof Response ? request : await answer(request)
  const fields = [...response.headers].filter(([name]) => name !== 'set-cookie')
  const cookies = response.headers.getSetCookie().map((line) => ['Set-Cookie', line] as const)
  outgoing.sendDate = false
  outgoing.writeHead(response.status, [...fields, ['cache-control', 'no-store'] as const, ...cookies].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Or the answer to what cannot be one: a name that nobody here has (RFC 9110 section 15.5.20), a body that is too long. */
async function requestOf(incoming: IncomingMessage): Promise<Request | Response> {
  const { host = '' } = incoming.headers
  if (!isHost(host)) return said(421, { error: 'misdirected' })
  const url = URL.parse(incoming.url ?? '/', `http://${host}`)
  if (!url || url.host !== host) return said(400, { error: 'invalid_request' })
  const headers = new Headers()
  const { rawHeaders, method = 'GET' } = incoming
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!)
  const body = await bodyOf(incoming)
  if (body === null) return said(413, { error: 'invalid_request' })
  return new Request(url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) })
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of incoming) {
    octets += chunk.length
    if (octets > MOST_OF_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export const said = (status: number, body: object, headers: HeadersInit = {}) =>
  Response.json(body, { status, headers })

/** 303: what comes next is a GET, whatever this was. */
export function goTo(url: URL | string, ...setCookie: string[]): Response {
  const response = new Response(null, { status: 303, headers: { location: String(url) } })
  for (const line of setCookie) response.headers.append('set-cookie', line)
  return response
}

/** Parameters as an object, the first of each name. */
export const fieldsOf = (given: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...given].toReversed())

export async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text())
}

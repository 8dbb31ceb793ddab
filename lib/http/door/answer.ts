/** How the door answers what it does not let in: a program gets a problem, a browser a short page, whoever else a line of text. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemText } from '../problem'
import { UNFRAMED } from '../usual-fields'
import { witnessAt } from '../witness'
import { isApi } from './addressee'
import { noticeFor } from './notice'
import type { Refusal } from './refusal'

export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  witnessAt(request)?.problem(refusal.code)
  const { code, errors, retryAfter } = refusal
  const headers: Record<string, string> = { ...refusal.headers, ...unreadBody(request) }
  if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter)
  const problem = problemText(code, { errors, headers })
  if (isApi(request.url ?? '')) send(response, problem)
  else send(response, noticeOf(request, refusal, problem.status, headers))
}

function noticeOf(request: IncomingMessage, refusal: Refusal, status: number, headers: Fields): Written {
  const nonce = randomBytes(16).toString('base64')
  const { page, policy, text } = noticeFor(refusal, { korean: isKorean(request.url ?? ''), nonce })
  return String(request.headers.accept).includes('text/html')
    ? { status, headers: { ...PAGE, 'Content-Security-Policy': policy, ...headers }, body: page }
    : { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body: text }
}

const PAGE = { 'Content-Type': 'text/html; charset=utf-8', ...UNFRAMED }

/** Same method, same body (RFC 9110 section 15.4.9). */
export function redirect(request: IncomingMessage, response: ServerResponse, location: string): void {
  send(response, { status: 308, headers: { Location: location, ...unreadBody(request) }, body: '' })
}

/** What the server as a whole takes (RFC 9110 section 9.3.7). */
export function tellMethods(response: ServerResponse, methods: string): void {
  send(response, { status: 204, headers: { Allow: methods }, body: null })
}

type Fields = Record<string, string>
interface Written {
  status: number
  headers: Fields
  body: string | null
}

function send(response: ServerResponse, { status, headers, body }: Written): void {
  for (const name in headers) response.setHeader(name, headers[name]!)
  if (body !== null) response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status)
  response.end(body ?? undefined)
}

const isKorean = (url: string) => /^\/(?:attacker\/)?ko(?:[/?]|$)/.test(url)

/** A body that nobody is going to read ends with the connection. */
function unreadBody({ headers }: IncomingMessage): Fields {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return hasBody ? { Connection: 'close' } : {}
}

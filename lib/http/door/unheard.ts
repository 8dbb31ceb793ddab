/**
 * What Node's server refuses before there is a request: it tells by 'clientError' and would write a bare status line. Who asked, in which
 * language and for what is not known then, but for the first octets of the head where they came along.
 */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import en from '@/lib/i18n/messages/en/door.json'
import ko from '@/lib/i18n/messages/ko/door.json'
import { PROBLEMS, type ProblemCode, problemText } from '../problem'
import { EVERYWHERE, INERT, UNFRAMED, UNKEPT } from '../usual-fields'

type Unheard = Extract<
  ProblemCode,
  'head_too_large' | 'malformed_request' | 'method_not_allowed' | 'too_large' | 'too_slow'
>

/** Milliseconds. */
const MOST_READ = 2000

interface ClientError extends Error {
  code?: string
  /** What had just come in when it went wrong. */
  rawPacket?: Buffer
}

const CODES: Record<string, Unheard> = {
  HPE_HEADER_OVERFLOW: 'head_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too_slow',
}

export function answerUnheard(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return void socket.destroy()
  const begun = error.rawPacket?.toString('latin1', 0, 16) ?? ''
  closeWith(socket, CODES[error.code ?? ''] ?? 'malformed_request', /^[A-Z]+ \/api\//.test(begun))
}

/** What is being answered already is not written into. */
export function closeWith(
  socket: Socket,
  code: Unheard,
  isApi: boolean,
  headers?: Record<string, string>,
): void {
  const { _httpMessage: current } = socket as Socket & { _httpMessage?: { headersSent: boolean } | null }
  if (!socket.writable || current?.headersSent) return void socket.destroy()
  socket.end(wholeAnswer(code, isApi, headers), () => socket.destroy())
  // Who does not read it has not got it.
  setTimeout(() => socket.destroy(), MOST_READ).unref()
}

function wholeAnswer(code: Unheard, isApi: boolean, more: Record<string, string> = {}): string {
  const [status] = PROBLEMS[code]
  const body = isApi ? problemText(code).body : bothLanguages(code)
  const fields: Record<string, string | number> = {
    Date: new Date().toUTCString(),
    ...EVERYWHERE,
    ...UNFRAMED,
    ...INERT,
    ...UNKEPT,
    'Content-Type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
    ...more,
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}

function bothLanguages(code: Unheard): string {
  if (code === 'too_large') return `${PROBLEMS[code][1]}\n`
  return `${[en, ko].map((words) => `${words[code].title}. ${words[code].text}`).join('\n\n')}\n`
}

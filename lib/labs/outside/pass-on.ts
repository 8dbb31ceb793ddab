/** What a server between does: it passes a request on to this shop and the answer back. The shop's wire tap sees it like any other. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import { sendRecorded } from '@/lib/client/self'
import type { WireAnswer } from '@/lib/client/transport'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { recorded } from '@/lib/trace/publish/recorded'
import type { Timeline } from '@/lib/trace/publish/timeline'
import { linesOf } from '@/lib/trace/record/wire-head'

export interface Between {
  /** What is passed on lies below this path: the lane's room, and nothing else of this server. */
  path: string
  timeline: Timeline
}

export interface PassedAnswer extends WireAnswer {
  /** As the shop recorded it. */
  exchange: Exchange | null
  /** As it wrote them, without those that end with its connection. */
  lines: HeaderLine[]
}

/** Between one connection and the next they do not go (RFC 9110 section 7.6.1), or are made anew there. */
const OF_ONE_HOP = new Set([
  ...[
    'connection',
    'keep-alive',
    'host',
    'content-length',
    'transfer-encoding',
    'user-agent',
    'te',
    'upgrade',
  ],
])

export const passes = ([name]: HeaderLine) => !name.startsWith(':') && !OF_ONE_HOP.has(name.toLowerCase())

export type AskedOfUs = Pick<IncomingMessage | Http2ServerRequest, 'rawHeaders'> & {
  method?: string
  url?: string
}

/** null: not below the path. */
export async function passOn(
  { path, timeline }: Between,
  { method = 'GET', url = '', rawHeaders }: AskedOfUs,
  body?: string,
): Promise<PassedAnswer | null> {
  if (!url.startsWith(`${path}/`) || /\.\.|%2e/i.test(url)) return null
  const headers = linesOf(rawHeaders).filter(passes)
  const asked = { method, path: url, headers, ...(body && { body }) }
  const answer = await sendRecorded(asked, 'laptop', (userAgent) => recorded(timeline, userAgent))
  const told = answer.exchange?.response?.headers ?? [...answer.headers]
  return { ...answer, lines: told.filter(passes) }
}

export async function bodyOf(request: IncomingMessage | Http2ServerRequest): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** @param answer null: there is no such thing here */
export function answerWith(
  response: ServerResponse | Http2ServerResponse,
  answer: Pick<PassedAnswer, 'status' | 'lines' | 'text'> | null,
): void {
  const { status, lines, text } = answer ?? { status: 404, lines: [], text: '' }
  response.statusCode = status
  const names = new Map<string, string[]>()
  for (const [name, value] of lines) names.set(name, [...(names.get(name) ?? []), value])
  for (const [name, values] of names) response.setHeader(name, values.length > 1 ? values : values[0]!)
  const body = Buffer.from(text)
  if (status !== 204 && status !== 304) response.setHeader('Content-Length', body.length)
  response.end(body)
}

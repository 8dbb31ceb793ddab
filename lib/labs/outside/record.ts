/** An exchange as a client heard it: heads octet by octet, and nothing of what the other side did. */
import type { Action } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { RequestHead, ResponseHead } from '@/lib/trace/model/exchange'
import { secondsAhead, type Timeline } from '@/lib/trace/publish/timeline'
import { fieldsOf } from '@/lib/trace/record/head-fields'
import { sentBody } from '@/lib/trace/record/sent-body'
import type { Draft } from '@/lib/trace/record/stored-exchange'
import { parseSentHead } from '@/lib/trace/record/wire-head'
import type { Overheard } from './tap'

interface Course {
  at: Date
  /** `performance.now()` of the same moment. */
  ticks: number
  heard: Overheard
  completed: boolean
}

/** What the octets do not tell. */
interface Known {
  strategy: StrategyName
  timeline: Timeline
  /** Who answers. */
  to: string | ((answer: ResponseHead | null) => string)
  device: Device
  action: Action
}

export function exchangeHeard(
  { strategy, timeline, to, device, action }: Known,
  { at, ticks, heard, completed }: Course,
): Draft {
  const { head: request, body } = requestIn(Buffer.concat(heard.sent))
  const { cookie, authorized } = fieldsOf(request.headers)
  const status = cookie !== '' || authorized ? 'unexamined' : 'absent'
  const response = responseIn(heard)
  const nothing: Artifact[] = []
  return {
    at: at.toISOString(),
    sandboxAt: new Date(at.getTime() + 1000 * secondsAhead(timeline)).toISOString(),
    ...{ strategy, device, action, completed, request, response, tls: false },
    answeredBy: typeof to === 'string' ? to : to(response),
    sent: body === '' ? null : sentBody(body),
    answered: null,
    connection: heard.connection,
    credential: { status, reason: null, email: null, expiresAt: null },
    problem: null,
    steps: [],
    stored: { before: nothing, after: nothing },
    exposures: [],
    cost: { reads: 0, writes: 0, micros: Math.round((performance.now() - ticks) * 1000) },
  }
}

const END = '\r\n\r\n'

/** What Node's client has written: it is well formed. */
function requestIn(octets: Buffer): { head: RequestHead; body: string } {
  const headBytes = octets.indexOf(END) + END.length
  const [line = '', ...fields] = octets.toString('latin1', 0, headBytes).split('\r\n')
  const [method = '', target = '', version = ''] = line.split(' ')
  const { headers } = parseSentHead(['', ...fields].join('\r\n'))
  const body = octets.toString('utf8', headBytes)
  const bodyBytes = octets.length - headBytes
  return { head: { method, target, httpVersion: version.slice(5), headers, headBytes, bodyBytes }, body }
}

/** null: no whole head came. */
function responseIn({ received, octets }: Overheard): ResponseHead | null {
  const all = Buffer.concat(received)
  let from = 0
  for (;;) {
    const end = all.indexOf(END, from)
    if (end < 0) return null
    const text = all.toString('latin1', from, end + END.length)
    const interim = /^HTTP\/\d\.\d 1\d\d /.test(text)
    const headBytes = end + END.length
    if (!interim)
      return { ...parseSentHead(text), headBytes: headBytes - from, bodyBytes: octets - headBytes }
    from = headBytes
  }
}

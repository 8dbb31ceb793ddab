/**
 * A balancer of few lines, with one server behind it and at most one connection to it. What breaks on a connection that was used before, it
 * tries once more on a new one where the method allows that (RFC 9110 section 9.2.2); else it answers 502.
 */
import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Socket } from 'node:net'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { linesOf } from '@/lib/trace/record/wire-head'
import { HERE } from '../outside/open-http'
import { answerWith, bodyOf, type PassedAnswer, passes } from '../outside/pass-on'
import type { Manner } from './manner'
import type { Upstream } from './upstream'

export type Serve = (
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
  body: string,
) => void

export interface Balancer {
  serve: Serve
  /** The next request waits until the server has let the connection go, and is sent on in that moment. */
  holdNext(): void
  /** Of the last request. */
  readonly tries: number
  close(): void
}

/** Keeps a connection for as long as it lasts, whatever the server has said of it. */
class Heedless extends Agent {
  override keepSocketAlive(_: Socket): boolean {
    return true
  }
}

const AGENTS: Record<Manner['behind'], () => Agent | false> = {
  kept: () => new Heedless({ keepAlive: true, maxSockets: 1 }),
  heeded: () => new Agent({ keepAlive: true, maxSockets: 1 }),
  each: () => false,
}

type Passed = Pick<PassedAnswer, 'status' | 'lines' | 'text'>

export function openBalancer(upstream: Upstream, behind: Manner['behind']): Balancer {
  const agent = AGENTS[behind]()
  let held = false
  let tries = 0
  const attempt = (asked: Asked, answer: (passed: Passed) => void): void => {
    tries += 1
    const sent = request({ host: HERE, port: upstream.port, ...asked, agent })
    sent.once('response', (response) => void passedBack(response).then(answer, () => answer(BAD_GATEWAY)))
    sent.once('error', () => {
      if (sent.reusedSocket && asked.method === 'GET') attempt(asked, answer)
      else answer(BAD_GATEWAY)
    })
    sent.end(asked.body)
  }
  return {
    get tries() {
      return tries
    },
    holdNext() {
      held = true
    },
    serve(asking, response, body) {
      tries = 0
      const go = () => attempt(askedOf(asking, body), (passed) => answerWith(response, passed))
      if (held) upstream.whenGone(go)
      else go()
      held = false
    },
    close() {
      if (agent) agent.destroy()
    },
  }
}

interface Asked {
  method: string
  path: string
  headers: string[]
  body: string
}

function askedOf(
  { method = 'GET', url = '', rawHeaders }: IncomingMessage | Http2ServerRequest,
  body: string,
): Asked {
  const length: HeaderLine[] = body === '' ? [] : [['Content-Length', String(Buffer.byteLength(body))]]
  const headers = [['Host', HERE], ...linesOf(rawHeaders).filter(passes), ...length].flat()
  return { method, path: url, headers, body }
}

async function passedBack(response: IncomingMessage): Promise<Passed> {
  const { rawHeaders, statusCode = 0 } = response
  return { status: statusCode, lines: linesOf(rawHeaders).filter(passes), text: await bodyOf(response) }
}

const BAD_GATEWAY: Passed = {
  ...{ status: 502, text: 'Bad Gateway' },
  lines: [['Content-Type', 'text/plain; charset=utf-8']],
}

/**
 * The recorder of the request that is being served. The wire tap starts it beneath the framework; the seam of the shop finds it
 * here, by a field that the request has only inside of this process. An AsyncLocalStorage would do the same, and make each of the
 * framework's own a little slower: measured, three hundredths of a request.
 */
import type { IncomingMessage } from 'node:http'
import { perProcess } from '@/lib/process/once'
import type { Visit } from '@/lib/shop/visit'
import type { CredentialStatus, Device, RefusalReason, StrategyName } from '@/lib/strategies/strategy'
import type { Step } from '../model/exchange'
import type { Finding } from '../model/finding'

export interface Recorder {
  readonly strategy: StrategyName
  readonly sandbox: string
  readonly device: Device
  /** The stable code of the problem answer. */
  problem(code: string): void
  /** What the strategy found out about the presented credential. An `OpenVisit` will do; the last call counts. */
  opened(open: Presented): void
  /** The body of the request as it came. */
  sent(text: string): void
  /** The body of an answer that is no problem, without a token. */
  answered(body: unknown): void
  /** Microseconds since the head of the request was read. */
  micros(): number
  step(step: Step): void
  /** Something was learnt about what lies in the browser or on the server. */
  learn(finding: Finding): void
}

export interface Presented {
  status: CredentialStatus
  reason?: RefusalReason
  visit?: Visit
  /** Refused for what did not come along with it: it is as good as before. */
  stays?: true
}

const FIELD = 'x-recorder'

interface Desk {
  waiting: Map<string, Recorder>
  number: number
}

const desk = () => perProcess<Desk>('recorders', () => ({ waiting: new Map(), number: 0 }))

/**
 * For every request, also without a recorder: what a client wrote into that field is taken out.
 * @returns to be called when the request has ended
 */
export function handOver({ headers }: IncomingMessage, recorder: Recorder | null): () => void {
  delete headers[FIELD]
  if (!recorder) return () => {}
  const own = desk()
  own.number += 1
  const name = String(own.number)
  own.waiting.set(name, recorder)
  headers[FIELD] = name
  return () => own.waiting.delete(name)
}

/** null: nobody watches, e.g. in a unit test or outside of the data plane. */
export function recorderOf({ headers }: Request): Recorder | null {
  return named(headers.get(FIELD))
}

/** The same for a request as it came in. */
export function recorderAt({ headers }: IncomingMessage): Recorder | null {
  return named(headers[FIELD])
}

const named = (name: unknown) => (typeof name === 'string' ? (desk().waiting.get(name) ?? null) : null)

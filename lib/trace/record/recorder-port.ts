/** What the seam of the shop tells while a request is served: the wire tap has begun the recording beneath the framework. */
import { type Witness, witnessOf } from '@/lib/http/witness'
import type { Visit } from '@/lib/shop/visit'
import type { CredentialStatus, Device, RefusalReason, StrategyName } from '@/lib/strategies/strategy'
import type { PortCall } from '../model/exchange'
import type { Finding } from '../model/finding'

export interface Recorder extends Witness {
  readonly strategy: StrategyName
  readonly sandbox: string
  readonly device: Device
  /** What the strategy found out about the presented credential. An `OpenVisit` will do; the last call counts. */
  opened(open: PresentedVisit): void
  /** The body of the request as it came. */
  sent(text: string): void
  /** The body of an answer that is no problem, without a token. */
  answered(body: unknown): void
  /** Microseconds since the head of the request was read. */
  micros(): number
  step(step: PortCall): void
  /** Something was learnt about what lies in the browser or on the server. */
  learn(finding: Finding): void
}

export interface PresentedVisit {
  status: CredentialStatus
  reason?: RefusalReason
  visit?: Visit
  /** Refused for what did not come along with it: it is as good as before. */
  stays?: true
}

/** null: nobody watches. Only the wire tap hands anybody over (wiretap.ts), and that is a recorder. */
export const recorderOf = (request: Request): Recorder | null => witnessOf(request) as Recorder | null

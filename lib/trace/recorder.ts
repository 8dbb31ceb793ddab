/**
 * The recorder of the request that is being served. The wire tap starts it beneath the framework; the seam of the shop finds it
 * here. Instrumentation and routes are bundled apart, so the storage is shared through the global object.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Visit } from '../shop/visit'
import type { CredentialStatus, Device, RefusalReason, StrategyName } from '../strategies/strategy'
import type { Step } from './exchange'
import type { Finding } from './finding'

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
}

const KEY = Symbol.for('remember-me.recorder')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Recorder | null> }

export function recorderStorage(): AsyncLocalStorage<Recorder | null> {
  shared[KEY] ??= new AsyncLocalStorage()
  return shared[KEY]
}

/** null: nobody watches, e.g. in a unit test or outside of the data plane. */
export function currentRecorder(): Recorder | null {
  return recorderStorage().getStore() ?? null
}

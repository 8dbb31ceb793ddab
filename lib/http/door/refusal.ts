import type { ProblemCode, ProblemExtra } from '../problem'

/** Why a request goes no further than the door. */
export interface Refusal extends Pick<ProblemExtra, 'errors' | 'headers'> {
  code: ProblemCode
  /** For the words of the page. */
  values?: Record<string, string>
  /** Whole seconds until it may come again; also in Retry-After. */
  retryAfter?: number
}

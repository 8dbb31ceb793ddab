import { bugOf } from './bug'
import { log } from './log'

/** Whoever watches must not disturb: a bug in the trace is written to the log and costs the trace, never the answer. */
export function quietly(work: () => void): void {
  try {
    work()
  } catch (error) {
    const { name, at } = bugOf(error)
    log('trace_failed', { reason: name, at })
  }
}

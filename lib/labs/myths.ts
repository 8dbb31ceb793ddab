/** Common beliefs, each settled by what a lab finds. The words are in the catalogue `myths`, by id. */
import type { StrategyName } from '@/lib/strategies/strategy'

export interface Myth {
  readonly id: string
  /** Rows of the study note. */
  readonly rows: readonly string[]
  /** Slug. */
  readonly lab: string
  readonly position: string
  readonly lanes: readonly StrategyName[]
  /** What came of these speaks for or against it. */
  readonly moments: readonly string[]
}

export const MYTHS: readonly Myth[] = [
  {
    id: 'closing-ends-the-session',
    rows: ['S-066', 'S-068', 'S-091', 'S-106', 'S-112'],
    lab: 'x08-browser-close',
    position: 'session-cookie',
    lanes: ['session'],
    moments: ['reopened', 'copy'],
  },
  {
    id: 'session-cookie-has-an-expiry',
    rows: ['S-039', 'S-040'],
    lab: 'x08-browser-close',
    position: 'session-cookie',
    lanes: ['cookie', 'session', 'jwt'],
    moments: ['reopened'],
  },
  {
    id: 'secure-is-encrypted',
    rows: ['S-042', 'S-043'],
    lab: 'x03-attributes',
    position: 'default',
    lanes: ['cookie'],
    moments: ['secure'],
  },
  {
    id: 'jwt-is-encrypted',
    rows: ['S-144', 'S-180'],
    lab: 'x06-tamper',
    position: 'default',
    lanes: ['jwt'],
    moments: ['read', 'changed'],
  },
  {
    id: 'algorithm-in-the-header',
    rows: ['S-182'],
    lab: 'x06-tamper',
    position: 'default',
    lanes: ['jwt'],
    moments: ['header', 'careless'],
  },
  {
    id: 'three-hundred-cookies',
    rows: ['S-021', 'S-022'],
    lab: 'x05-overflow',
    position: 'default',
    lanes: ['cookie', 'session'],
    moments: ['without-secure'],
  },
  {
    id: 'csrf-intercepts',
    rows: ['S-059', 'S-060'],
    lab: 'x11-csrf',
    position: 'none-unchecked',
    lanes: ['cookie', 'session'],
    moments: ['form'],
  },
  {
    id: 'httponly-ends-xss',
    rows: ['S-053'],
    lab: 'x10-xss',
    position: 'default',
    lanes: ['cookie', 'session'],
    moments: ['at-once', 'rides'],
  },
  {
    id: 'deleting-is-null',
    rows: ['S-031', 'S-033'],
    lab: 'x03-attributes',
    position: 'default',
    lanes: ['cookie'],
    moments: ['wrong-path', 'right-path'],
  },
  {
    id: 'sessions-are-safer',
    rows: ['S-103', 'S-104', 'S-105'],
    lab: 'x09-theft',
    position: 'default',
    lanes: ['cookie', 'session', 'jwt'],
    moments: ['at-once'],
  },
  {
    id: 'sealed-ends-with-sign-out',
    rows: ['S-058'],
    lab: 'x09-theft',
    position: 'default',
    lanes: ['cookie'],
    moments: ['after-sign-out', 'after-forced'],
  },
  {
    id: 'jwt-without-cookies',
    rows: ['S-300'],
    lab: 'x21-blocked-storage',
    position: 'local-storage',
    lanes: ['jwt'],
    moments: ['blocked', 'reloaded'],
  },
  {
    id: 'short-life-is-enough',
    rows: ['S-231'],
    lab: 'x16-refresh',
    position: 'fixed',
    lanes: ['jwt'],
    moments: ['thief-first'],
  },
  {
    id: 'send-both-tokens',
    rows: ['S-228', 'S-281'],
    lab: 'x16-refresh',
    position: 'send-expired',
    lanes: ['jwt'],
    moments: ['thief-first', 'cookie-only', 'reload'],
  },
]

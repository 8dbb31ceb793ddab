/** Common beliefs, each settled by what a lab finds. The words are in the catalogue `myths`, by id. */
import type { StrategyName } from '../strategies/strategy'

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

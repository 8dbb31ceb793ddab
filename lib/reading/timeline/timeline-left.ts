/** What the right end of a timeline row says. Pure; every number is a credential's end or a step. */
import type { Span } from './access'
import type { Column } from './steps-of'
import type { SignOutVerdict } from './verdict'

export interface LineEnd {
  /** Key under `timeline.end` of the catalogue. */
  key: 'none' | 'guest' | 'noReach' | 'expires' | 'due' | 'refused' | 'desk' | 'signedOut' | 'over' | 'open'
  /** Still to come, by the sandbox clock; null: nothing to wait for. */
  seconds: number | null
  /** Number of the step that ended it, counted from 1. */
  step: number | null
}

const told = (key: LineEnd['key'], seconds: number | null = null, step: number | null = null): LineEnd => ({
  key,
  seconds,
  step,
})

export function endOfLine(
  span: Span | undefined,
  verdict: SignOutVerdict,
  columns: readonly Column[],
  now: number,
): LineEnd {
  if (!span) return told('none')
  if (span.to !== null) return ended(span, verdict, columns)
  if (!span.signedIn) return told('guest')
  if (verdict.kind === 'never' && verdict.remainingSeconds !== null)
    return stillOr('noReach', verdict.remainingSeconds)
  if (verdict.kind === 'in' && verdict.remainingSeconds !== null)
    return stillOr('due', verdict.remainingSeconds)
  return span.expiresAt ? stillOr('expires', (Date.parse(span.expiresAt) - now) / 1000) : told('open')
}

const stillOr = (key: LineEnd['key'], seconds: number) => (seconds > 0 ? told(key, seconds) : told('over'))

function ended(
  { to, endedBy, refusedAt }: Span,
  { exchangeId }: SignOutVerdict,
  columns: readonly Column[],
): LineEnd {
  if (endedBy !== 'desk')
    return told(endedBy === 'sign-out' ? 'signedOut' : 'refused', null, numberOf(columns[to!]))
  const felt = columns.find((column) => holds(column, exchangeId))
  const tried = felt ?? (refusedAt === null ? undefined : columns[refusedAt])
  return tried ? told('refused', null, numberOf(tried)) : told('desk')
}

const numberOf = (column: Column | undefined) => (column?.kind === 'step' ? column.step.index + 1 : null)

function holds(column: Column, exchangeId: string | null): boolean {
  return column.kind === 'step' && Object.values(column.step.exchanges).some(({ id }) => id === exchangeId)
}

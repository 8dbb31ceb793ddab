/** Where the line of one lane and device on the timeline starts and stops. Pure. */
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { accepted, refusesVisitor } from './sign-in-line'
import type { Column } from './steps-of'

export interface Span {
  /** Column in which the shop first let it in. */
  from: number
  /** Column in which that ended; null: it has not, as far as the exchanges say. */
  to: number | null
  signedIn: boolean
  endedBy: 'refusal' | 'sign-in' | 'sign-out' | 'desk' | null
  /** Column of the first request that was refused at or after the end; null: none was tried. */
  refusedAt: number | null
  /** The end of the credential after its newest exchange: ISO 8601 by the sandbox clock; null: unknown or none. */
  expiresAt: string | null
}

export function accessOf(columns: readonly Column[], strategy: StrategyName, device: Device): Span[] {
  const spans: Span[] = []
  /** The open span's customer; null: a guest, or not yet seen (a sign-in's body is not recorded). */
  let email: string | null = null
  columns.forEach((column, at) => {
    const open = spans.at(-1)?.to === null ? spans.at(-1)! : null
    if (column.kind === 'desk') {
      const { act } = column
      const lane = act.lanes[strategy]
      const gone = lane.reached && lane.credentialsAliveUntil === null
      if (open?.signedIn && gone && (email ?? act.email) === act.email) close(open, at, 'desk')
      return
    }
    if (column.kind === 'act') {
      if (open && endsAll(column.act, strategy)) close(open, at, 'desk')
      return
    }
    const exchange = column.step.device === device ? column.step.exchanges[strategy] : undefined
    if (!exchange) return
    const next = follow(spans, open, exchange, at)
    email = next ? (exchange.credential.email ?? (next === open ? email : null)) : null
  })
  return spans
}

/** Of one device the act says only whose row it was, and a device can have had several. */
const endsAll = (act: OwnerAct, strategy: StrategyName) =>
  act.act === 'force-sign-out-everyone' && act.strategy === strategy

/** Notes one exchange; returns the span that is open afterwards. */
function follow(spans: Span[], open: Span | null, exchange: Exchange, at: number): Span | null {
  const { action, credential } = exchange
  if (refusesVisitor(exchange)) {
    const last = spans.at(-1)
    if (last && (open || last.endedBy === 'desk')) last.refusedAt ??= at
    return open && close(open, at, 'refusal')
  }
  if (!accepted(exchange) || action === 'refresh') return renewed(open, exchange)
  if (action === 'sign-out') return open && close(open, at, 'sign-out')
  const signedIn = action === 'sign-in' || credential.email !== null
  if (open && open.signedIn === signedIn && action !== 'sign-in') return renewed(open, exchange)
  if (open) close(open, at, 'sign-in')
  const next: Span = {
    from: at,
    to: null,
    signedIn,
    endedBy: null,
    refusedAt: null,
    expiresAt: credential.expiresAt,
  }
  spans.push(next)
  return next
}

function renewed(open: Span | null, { credential }: Exchange): Span | null {
  if (open && credential.expiresAt) open.expiresAt = credential.expiresAt
  return open
}

function close(span: Span, at: number, endedBy: Span['endedBy']): null {
  span.to = at
  span.endedBy = endedBy
  return null
}

/**
 * What a run of X22 has counted for one visitor, times visitors. Pure; the formula is told beside the result (catalogue `load`). What is
 * not in it: how long anything takes, sign-ins, and the bodies of longer carts.
 */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LabFinding } from '../lab'
import type { LoadMoment } from './moments'

export interface LoadQuestion {
  /** At the same time. */
  visitors: number
  /** Requests of each in a minute. */
  pace: number
  /** Of a hundred requests: those that only ask who it is, and those that change the cart. The others read it. */
  who: number
  changes: number
  lines: number
  /** Seconds. */
  accessLife: number
  /** Minutes: how long a visit is, and how long a session may be idle. */
  visit: number
  idle: number
  /** Hours. */
  family: number
}

/** Of one request. */
interface RequestCost {
  reads: number
  writes: number
  up: number
  down: number
}

export interface LaneFigures {
  who: RequestCost
  cart: RequestCost
  change: RequestCost
  /** null: this lane renews nothing. */
  refresh: RequestCost | null
  /** Writes that move an idle end, which are at most one a minute. */
  touches: boolean
  /** Of one more line in the cart: octets on each request, and in the store. */
  perLine: { up: number; stored: number }
  /** With so many lines. */
  lines: number
  /** Of one visitor, without spent tokens; octets of these and of one spent token. */
  rows: number
  octets: number
  spentOctets: number
}

/** null: there is no whole run. */
export function figuresOf(findings: readonly LabFinding[], lane: StrategyName): LaneFigures | null {
  const factsOf = (moment: LoadMoment) =>
    findings.find((one) => one.lane === lane && one.moment === moment)?.facts as Numbers | undefined
  const [who, writes, cart, change, head, kept, grown] = (
    ['who-reads', 'who-writes', 'cart-reads', 'change-writes', 'head-grows', 'kept', 'kept-grows'] as const
  ).map(factsOf)
  if (!who || !writes || !cart || !change || !head || !kept || !grown) return null
  const renewed = writes.refreshes!
  return {
    who: { ...octetsOf(who), reads: who.plainReads! / who.requests!, writes: 0 },
    cart: { ...octetsOf(cart), reads: cart.plainReads! / cart.requests!, writes: 0 },
    change: {
      ...octetsOf(change),
      reads: change.reads! / change.requests!,
      writes: change.writes! / change.requests!,
    },
    refresh:
      renewed === 0
        ? null
        : {
            ...{ up: writes.refreshUp!, down: writes.refreshDown! },
            ...{ reads: writes.refreshReads! / renewed, writes: writes.refreshWrites! / renewed },
          },
    touches: who.plainWrites! > 0,
    perLine: { up: slopeOf(head), stored: slopeOf(grown) },
    lines: cart.lines!,
    rows: kept.rows! - kept.spent!,
    octets: kept.octets! - kept.spentOctets!,
    spentOctets: kept.spent === 0 ? 0 : kept.spentOctets! / kept.spent!,
  }
}

type Numbers = Readonly<Record<string, number>>

const octetsOf = ({ up, down }: Numbers) => ({ up: up!, down: down! })

const slopeOf = ({ before, after, from, to }: Numbers) => Math.max(0, (after! - before!) / (to! - from!))

export interface LoadSums {
  /** A second. */
  requests: { who: number; cart: number; change: number; refresh: number }
  up: number
  down: number
  reads: number
  writes: number
  /** At any time. */
  rows: number
  octets: number
}

export function multiply(one: LaneFigures, asked: LoadQuestion): LoadSums {
  const requests = perSecond(one, asked)
  const more = Math.max(0, asked.lines - one.lines)
  const growth = one.perLine.up * more
  const sum = (of: (cost: RequestCost) => number) =>
    requests.who * of(one.who) +
    requests.cart * of(one.cart) +
    requests.change * of(one.change) +
    (one.refresh ? requests.refresh * of(one.refresh) : 0)
  const plain = requests.who + requests.cart + requests.change
  const { rows, spent } = rowsAlive(one, asked)
  return {
    requests,
    up: sum(({ up }) => up) + plain * growth,
    // What a change makes longer comes down once.
    down: sum(({ down }) => down) + requests.change * growth,
    reads: sum(({ reads }) => reads),
    writes: sum(({ writes }) => writes) + (one.touches ? (asked.visitors * Math.min(asked.pace, 1)) / 60 : 0),
    rows: rows * one.rows + spent,
    octets: rows * (one.octets + one.perLine.stored * more) + spent * one.spentOctets,
  }
}

function perSecond({ refresh }: LaneFigures, { visitors, pace, who, changes, accessLife }: LoadQuestion) {
  const all = (visitors * pace) / 60
  const change = (all * changes) / 100
  const asking = (all * Math.min(who, 100 - changes)) / 100
  // One in each life, and none without a request.
  const refreshes = refresh ? Math.min(visitors / accessLife, all) : 0
  return { who: asking, change, cart: Math.max(0, all - change - asking), refresh: refreshes }
}

/**
 * Visitors that have rows: those that come in a time, times how long a row stays (Little's law). A session ends when it has been idle for
 * so long, a family so long after its sign-in; what has ended is deleted.
 */
function rowsAlive(
  { refresh, rows }: LaneFigures,
  { visitors, visit, idle, family, accessLife, pace }: LoadQuestion,
) {
  if (rows === 0) return { rows: 0, spent: 0 }
  const stays = refresh ? Math.max(family * 60, visit) : visit + idle
  const alive = (visitors / visit) * stays
  const each = refresh ? Math.min((visit * 60) / accessLife, visit * pace) : 0
  return { rows: alive, spent: alive * each }
}

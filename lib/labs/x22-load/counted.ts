/** Sums over exchanges, as the wire tap counted them, and the words for them. Pure. */
import type { Exchange } from '@/lib/trace/model/exchange'
import type { StoredTable } from '../stage/server-stage'
import type { LoadOutcome } from './moments'

export interface RequestSums {
  requests: number
  reads: number
  writes: number
  /** Octets of one, heads and bodies: the mean, rounded. */
  up: number
  down: number
}

export function counted(exchanges: readonly Exchange[]): RequestSums {
  const sum = (of: (exchange: Exchange) => number) => exchanges.reduce((all, one) => all + of(one), 0)
  const mean = (of: (exchange: Exchange) => number) =>
    exchanges.length === 0 ? 0 : Math.round(sum(of) / exchanges.length)
  return {
    requests: exchanges.length,
    reads: sum(({ cost }) => cost.reads),
    writes: sum(({ cost }) => cost.writes),
    up: mean(upOf),
    down: mean(({ response }) => (response ? response.headBytes + response.bodyBytes : 0)),
  }
}

export const upOf = ({ request }: Exchange): number => request.headBytes + request.bodyBytes

const CARRIES = /^(cookie|authorization)$/i

/** Octets of the lines that carry a credential, with their names and line ends. */
export const credentialOctets = ({ request }: Exchange): number =>
  request.headers
    .filter(([name]) => CARRIES.test(name))
    .reduce((sum, [name, value]) => sum + name.length + value.length + ': \r\n'.length, 0)

/** One for each refresh that there was: the part of the rows that grows by itself. */
const SPENT = 'SpentRefreshToken'

/** `rows` and `octets`: of all tables. */
export function stored(tables: readonly StoredTable[]) {
  const sum = (of: 'rows' | 'octets') => tables.reduce((all, one) => all + one[of], 0)
  const spent = tables.find(({ table }) => table === SPENT)
  return {
    rows: sum('rows'),
    octets: sum('octets'),
    spent: spent?.rows ?? 0,
    spentOctets: spent?.octets ?? 0,
  }
}

export const rowsSaid = (rows: number): LoadOutcome =>
  rows === 0 ? 'no-row' : rows === 1 ? 'one-row' : 'rows'

/** How often, for so many requests. */
export function howOften(statements: number, requests: number): LoadOutcome {
  if (statements === 0) return 'none'
  return statements < requests ? 'some' : 'each'
}

/** Octets of the lines that carry a credential: two bounds of our own, so that a word can be compared. */
const SMALL = 120
const MIDDLE = 400

export function sizeOf(octets: number): LoadOutcome {
  if (octets <= SMALL) return 'small'
  return octets <= MIDDLE ? 'middle' : 'large'
}

/** A few octets are the digits of a version or of a time. */
const DIGITS = 30

export const grown = (before: number, after: number): LoadOutcome =>
  after - before > DIGITS ? 'grows' : 'same'

/** What is known of a port before it is used: where its operations are done, and what to note about each. */
import type { Dials } from '@/lib/strategies/dials'
import type { Step } from '../model/exchange'
import type { Finding } from '../model/finding'

/** What to note about one operation of a port. `result` is what the call gave. */
export interface Watched<Call extends (...args: never[]) => unknown> {
  /** Database statements; a figure, or told from the result. */
  reads?: number
  writes?: number | ((result: Awaited<ReturnType<Call>>) => number)
  /** false: found nothing, or refused. Absent: it cannot fail. */
  ok?: (result: Awaited<ReturnType<Call>>) => boolean
  /** Never a credential. */
  facts?: (result: Awaited<ReturnType<Call>>, ...args: Parameters<Call>) => Step['facts']
  finds?: (result: Awaited<ReturnType<Call>>, ...args: Parameters<Call>) => Finding[]
}

export type AnyCall = (...args: never[]) => unknown

export interface WatchedPort {
  source: SourceOf
  operations: Record<string, Watched<AnyCall>>
}

type Operations<Port> = {
  [K in keyof Port]: Port[K] extends (...args: never[]) => unknown ? Watched<Port[K]> : never
}

export interface PortTable<Port> {
  /** File and symbol of an operation. Some dials put other code in its place. */
  source: SourceOf
  operations: Operations<Port>
}

export type SourceOf = (operation: string, dials: Dials) => Step['source']

/** For a port that one function makes: its operations are members of what that returns. */
export const madeBy =
  (file: string, symbol: string): SourceOf =>
  (operation) => ({ file, symbol: `${symbol}.${operation}` })

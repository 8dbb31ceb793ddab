/**
 * What is known of a port before it is used: where its operations are done, and what to note about each. A strategy does not know of it;
 * lib/trace watches by these tables, and the compiler holds them to the ports.
 */
import type { Dials } from '../dials'
import type { OpaqueValues } from '../opaque'
import type { Finding } from './findings'
import type { SourceRef } from './source'

/** Short facts for the reader, e.g. { bytes: 332, found: true, version: 4 }. Never a credential. */
export type Facts = Record<string, string | number | boolean | null>

/** What to note about one operation of a port. `result` is what the call gave. */
export interface WatchedOperation<Call extends (...args: never[]) => unknown> {
  /** Database statements; a figure, or told from the result. */
  reads?: number
  writes?: number | ((result: Awaited<ReturnType<Call>>) => number)
  /** false: found nothing, or refused. Absent: it cannot fail. */
  ok?: (result: Awaited<ReturnType<Call>>) => boolean
  /** Done with one of the keys that the port was made with (first-use.ts). */
  usesKey?: (result: Awaited<ReturnType<Call>>) => boolean
  /** Never a credential. */
  facts?: (result: Awaited<ReturnType<Call>>, ...args: Parameters<Call>) => Facts
  finds?: (result: Awaited<ReturnType<Call>>, ...args: Parameters<Call>) => Finding[]
}

type Operations<Port> = {
  [K in keyof Port]: Port[K] extends (...args: never[]) => unknown ? WatchedOperation<Port[K]> : never
}

export interface PortTable<Port> {
  /** File and symbol of an operation. Some dials put other code in its place. */
  source: SourceOf
  operations: Operations<Port>
}

export type SourceOf = (operation: string, dials: Dials) => SourceRef

export type AnyCall = (...args: never[]) => unknown

/** A table as the witness walks through it, whichever port it is of. */
export interface WatchedPort {
  source: SourceOf
  operations: Record<string, WatchedOperation<AnyCall>>
}

/** For a port that one function makes: its operations are members of what that returns. */
export const madeBy =
  (file: string, symbol: string): SourceOf =>
  (operation) => ({ file, symbol: `${symbol}.${operation}` })

/** Those of lanes whose credential means nothing by itself. */
export const OPAQUE: PortTable<OpaqueValues> = {
  source: madeBy('lib/strategies/opaque.ts', 'opaqueValues'),
  operations: {
    make: { facts: ({ value }) => ({ bytes: value.length }) },
    hash: { ok: (hash) => hash !== null, facts: (_, value) => ({ bytes: value.length }) },
  },
}

export const isTrue = (result: boolean) => result

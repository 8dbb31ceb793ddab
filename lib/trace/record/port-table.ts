/** What is known of a port before it is used: where its operations are done, and what to note about each. */
import type { Dials } from '@/lib/strategies/dials'
import type { Step } from '../model/exchange'
import type { Watched } from './watch'

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

/** Where in the source a lane does what. The page of the code shows it, and a test asks whether it is still there. */

/** A symbol of a file: `createSeals`, or `createSeals.unseal` for a member of what it returns or has. */
export interface SourceRef {
  /** From the root of the project. */
  file: string
  symbol: string
  /** Where addresses in the world name it by what it was once called: that. */
  anchor?: string
}

export type Refs = readonly SourceRef[]

/** By operation and part; a part that is not there is a fact about the lane. */
export interface LaneSource {
  open: { handle: Refs; proof: Refs; 'look-up'?: Refs }
  save: { handle: Refs; state: Refs }
  renew: { handle: Refs; credential?: Refs; kept?: Refs }
  end: { handle: Refs; kept?: Refs }
  refresh: { handle: Refs; kept?: Refs; twice?: Refs }
  revoke: { handle: Refs; kept?: Refs; left?: Refs }
  /** What stands in no operation, whole: stores, codecs, and the weak positions of dials. */
  rest: Refs
}

export const from = (file: string, ...symbols: string[]): SourceRef[] =>
  symbols.map((symbol) => ({ file, symbol }))

export const opaque = (...symbols: string[]) => from('lib/strategies/opaque.ts', ...symbols)
/** What the support desk does in a lane was once a member of one table. */
export const desk = (lane: string): SourceRef[] => [
  { file: `lib/strategies/${lane}/site/desk.ts`, symbol: `${lane}Desk.signOut`, anchor: `LANES.${lane}` },
]

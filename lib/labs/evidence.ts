/** What a cell of a verdict table rests on: an exchange, or a place that was looked at. A cell without either is not filled in. */

/** Places and ways to look, in the words of the catalogue `labs`, `reading.…`. */
export const READINGS = [
  'document-cookie',
  'cookie-field',
  'cookie-store',
  'page-stores',
  'stand-in',
  'frame',
  'credential',
  'bench',
  'status-line',
  /** Of a run’s own client: its connection, not an exchange on it. */
  'socket',
  'app-file',
  /** Worked out, and said so: a page cannot close the browser. */
  'max-age',
] as const
export type ReadingKind = (typeof READINGS)[number]

export interface Evidence {
  /** Id of an exchange of the lane's room; null: it is on no wire of the room. */
  readonly exchange: string | null
  /** null: the exchange says it all. */
  readonly readFrom: ReadingKind | null
}

/** @throws where there is neither: what nobody saw is no finding */
export function evidenceOf(
  moment: string,
  { exchange = null, readFrom = null }: Partial<Evidence>,
): Evidence {
  if (exchange === null && readFrom === null) throw new Error(`nothing shows ${moment}`)
  return { exchange, readFrom }
}

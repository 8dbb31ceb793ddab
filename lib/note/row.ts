/** A statement of the study note, and what became of it. Its words are in the catalogue `claims`, by id. */
import type { Citation } from '@/lib/reading/notes/sources'

/** By today's standards. Imprecise: the core holds, but as it is said it misleads. */
export const VERDICTS = ['correct', 'imprecise', 'outdated', 'wrong'] as const
export type NoteVerdict = (typeof VERDICTS)[number]

export type RowId = `S-${string}`

export interface NoteRow {
  readonly id: RowId
  /** Where it stands in the note, e.g. "9, 27" or "60-62". */
  readonly lines: string
  readonly verdict: NoteVerdict
  /** The note's own words for it. */
  readonly korean: string
  /** None: an opinion, or what the site measures itself. */
  readonly sources: readonly Citation[]
}

export const row = (
  id: RowId,
  lines: string,
  verdict: NoteVerdict,
  korean: string,
  ...sources: readonly Citation[]
): NoteRow => ({ id, lines, verdict, korean, sources })

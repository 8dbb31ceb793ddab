/** What a finding changes about what is known to be held. Each lane knows its own. */
import type { Dials } from '../dials'
import type { Artifact } from './artifact'
import { fieldOf, written } from './row-artifact'

/** What is known of one lane. */
export interface HeldValue {
  find(id: string): Artifact | null
  put(artifact: Artifact): void
  drop(which: (artifact: Artifact) => boolean): void
  /** Returning the same object means: leave it. */
  update(next: (artifact: Artifact) => Artifact): void
}

type Typed = { type: string }

/** By the type of the finding. One about a text says nothing before it is seen in the browser: it is not in here. */
export type Learns<Finding extends Typed> = {
  readonly [T in Exclude<Finding['type'], Revealing>]: (
    held: HeldValue,
    finding: Finding & { type: T },
    dials: Dials,
  ) => void
}

type Revealing = 'sealed-visit' | 'access-token'

/** Somebody ended sign-ins behind the lane's back. */
export interface SignInEnds {
  /** null: everybody's. */
  userId: string | null
  /** Absent: forced. */
  because?: string
  at: Date
}

/** How a row becomes an artifact, and which column counts its changes. */
export interface Table<Row extends object> {
  idOf(row: Row): string
  artifactOf(row: Row, dials: Dials): Artifact
  counter: keyof Row & string
}

/** From which row, under which dials: nearly every read finds what the one before found. */
const madeOf = new WeakMap<Artifact, { row: object; dials: Dials }>()

export function putNewer<Row extends object>(
  held: HeldValue,
  { idOf, artifactOf, counter }: Table<Row>,
  { row, known }: { row: Row; known: boolean },
  dials: Dials,
) {
  const id = idOf(row)
  const old = held.find(id)
  // Of two requests at once, the answer to the earlier read may come later: an older version is no news.
  if (known && old && Number(fieldOf(old, counter)) > Number(row[counter])) return
  const source = old && madeOf.get(old)
  const isAsBefore = source?.dials === dials && isSameRow(source.row, row)
  held.put(isAsBefore ? old! : artifactOf(row, dials))
  // Exchanges keep the artifacts of their time; nobody asks for the rows of those any more.
  if (old) madeOf.delete(old)
  madeOf.set(held.find(id)!, { row, dials })
}

function isSameRow(old: object, row: object): boolean {
  const before = old as Record<string, unknown>
  return Object.entries(row).every(([column, value]) => isSameValue(before[column], value))
}

/** A primitive, a time, or the JSON of a cart. */
function isSameValue(old: unknown, value: unknown): boolean {
  if (old === value) return true
  if (old instanceof Date && value instanceof Date) return old.getTime() === value.getTime()
  return typeof value === 'object' && JSON.stringify(old) === JSON.stringify(value)
}

/** Is it a row of this table that a statement with these conditions meant? */
export function isMeant(
  row: Artifact,
  table: string,
  which: object,
  [column, kept]: [string, string | undefined],
): boolean {
  if (row.name !== table || (kept !== undefined && fieldOf(row, column) === kept)) return false
  return Object.entries(which).every(([name, value]) => fieldOf(row, name) === written(value))
}

/** The study note row by row, in its own order. There is no other list of its rows. */
import type { MissingProof, Proofs, RowProof } from './proof'
import { proofs as proofsA } from './proofs/a-http'
import { proofs as proofsB } from './proofs/b-cookies'
import { proofs as proofsC } from './proofs/c-kinds-of-cookies'
import { proofs as proofsD } from './proofs/d-sessions'
import { proofs as proofsE } from './proofs/e-cookies-and-sessions'
import { proofs as proofsF } from './proofs/f-session-cookies'
import { proofs as proofsG } from './proofs/g-jwt'
import { proofs as proofsH } from './proofs/h-structure'
import { proofs as proofsI } from './proofs/i-flow'
import { proofs as proofsJ } from './proofs/j-refresh'
import { proofs as proofsK } from './proofs/k-single-sign-on'
import { proofs as proofsL } from './proofs/l-scaling'
import { proofs as proofsM } from './proofs/m-misconceptions'
import type { NoteRow, RowId } from './row'
import { rows as rowsA } from './sections/a-http'
import { rows as rowsB } from './sections/b-cookies'
import { rows as rowsC } from './sections/c-kinds-of-cookies'
import { rows as rowsD } from './sections/d-sessions'
import { rows as rowsE } from './sections/e-cookies-and-sessions'
import { rows as rowsF } from './sections/f-session-cookies'
import { rows as rowsG } from './sections/g-jwt'
import { rows as rowsH } from './sections/h-structure'
import { rows as rowsI } from './sections/i-flow'
import { rows as rowsJ } from './sections/j-refresh'
import { rows as rowsK } from './sections/k-single-sign-on'
import { rows as rowsL } from './sections/l-scaling'
import { rows as rowsM } from './sections/m-misconceptions'

export type JudgedRow = NoteRow & { readonly proof: RowProof | MissingProof }

export interface NoteSection {
  /** As the curriculum counts; its heading is `section.<id>` of the catalogue `note`. */
  readonly id: string
  /** Of the note. */
  readonly lines: string
  readonly rows: readonly JudgedRow[]
}

function section(id: string, lines: string, rows: readonly NoteRow[], proofs: Proofs): NoteSection {
  return { id, lines, rows: rows.map((row) => ({ ...row, proof: proofs[row.id]! })) }
}

export const SECTIONS: readonly NoteSection[] = [
  section('A', '5-45', rowsA, proofsA),
  section('B', '49-115', rowsB, proofsB),
  section('C', '117-161', rowsC, proofsC),
  section('D', '165-228', rowsD, proofsD),
  section('E', '232-289', rowsE, proofsE),
  section('F', '293-336', rowsF, proofsF),
  section('G', '342-381', rowsG, proofsG),
  section('H', '385-463', rowsH, proofsH),
  section('I', '467-512', rowsI, proofsI),
  section('J', '516-591', rowsJ, proofsJ),
  section('K', '595-620', rowsK, proofsK),
  section('L', '624-672', rowsL, proofsL),
  section('M', '674-826', rowsM, proofsM),
]

export const ROWS: readonly JudgedRow[] = SECTIONS.flatMap(({ rows }) => rows)

const BY_ID = new Map(ROWS.map((row) => [row.id, row]))

/** null: the note has no such row. */
export const rowOf = (id: string): JudgedRow | null => BY_ID.get(id as RowId) ?? null

/** What findings of the session lane change. */
import { type HeldValue, isMeant, type Learns, putNewer, type SignInEnds, type Table } from '../../site/learn'
import { fieldOf } from '../../site/row-artifact'
import type { SessionRow } from '../store'
import { sessionRow, sessionRowId } from './artifacts'
import type { SessionFinding } from './findings'

const SESSION: Table<SessionRow> = {
  idOf: ({ handle }) => sessionRowId(handle),
  artifactOf: sessionRow,
  counter: 'version',
}

export const sessionLearns: Learns<SessionFinding> = {
  'session-row': (held, finding, dials) => putNewer(held, SESSION, finding, dials),
  'sessions-gone': (held, { which, keepIdHash }) =>
    held.drop((row) => isMeant(row, 'Session', which, ['idHash', keepIdHash])),
}

/** Their rows are gone. */
export function dropSignIns(held: HeldValue, { userId }: SignInEnds) {
  held.drop((row) => row.name === 'Session' && (userId === null || fieldOf(row, 'userId') === userId))
}

/** What a watched port of the session lane gives away about what lies where. */
import type { SessionRow } from '../store'

export type SessionFinding =
  | { type: 'session-row'; known: boolean; row: SessionRow }
  | { type: 'sessions-gone'; known?: boolean; which: Partial<SessionRow>; keepIdHash?: string }

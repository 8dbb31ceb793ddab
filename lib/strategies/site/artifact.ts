/**
 * A value at rest: where it lies and in what form. The Stored view lists artifacts, the Exposed
 * view is derived from them (exposure.ts), and neither says anything that is not in here.
 */
import type { Device, SameSite } from '../strategy'

export type Place = 'cookie' | 'memory' | 'localStorage' | 'row' | 'key'

/** The words matter: signed is not sealed is not hashed. */
export type Form = 'plain' | 'signed' | 'sealed' | 'random' | 'hashed'

export interface Artifact {
  /** The same thing in two snapshots has the same id, e.g. "laptop/cookie/__Secure-session" or "row/Session/q3F…". */
  id: string
  side: 'browser' | 'server'
  place: Place
  /** Whose cookie store or memory, or for which device the row was made; null: of no one device. */
  device: Device | null
  /** As it is called there: a cookie name, "access token", a table name, "sealing key". */
  name: string
  form: Form
  /** The credential text itself, if it is one. Masked before it leaves the server unasked. */
  value: string | null
  /** Does holding `value` let one act as the visitor? */
  credential: boolean
  /** Octets of name and value as stored. */
  bytes: number
  /** Cookies only. */
  attributes: CookieAttributes | null
  /** ISO 8601, by the sandbox clock; null: no end of its own. */
  expiresAt: string | null
  /** What is in it: claims, columns, sealed fields. Readable by whom, exposure.ts says. */
  contents: Field[]
  /** Id of the row that a random value stands for: while it is there, the value is good. */
  backedBy?: string
  /** A verification key: may be known to everybody. */
  public?: boolean
  /** true: the server would refuse it by now, its row is gone or ended, or it was spent. Expiry by time is `expiresAt`. */
  ended?: boolean
}

export interface CookieAttributes {
  path: string
  httpOnly: boolean
  secure: boolean
  /** As the Set-Cookie line said; `absent`: it said nothing. What a browser makes of that is not in here. */
  sameSite: SameSite
  /** When the browser drops it by itself: ISO 8601 by the real clock, which the sandbox clock does not turn. Absent: not seen set. */
  keptUntil?: string
}

export interface Field {
  name: string
  value: string
  /** Form of this field where it differs from the artifact's, e.g. an id hash in a plain row. */
  form?: Form
}

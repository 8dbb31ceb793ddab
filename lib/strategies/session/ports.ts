/** What the session lane touches, and what it lets a shop choose. */
import type { Customer, Visit } from '@/lib/shop/visit'
import type { CommonPorts, CookieChoices, DeviceChoices, OpenVisit, SaveOutcome } from '../strategy'
import type { SessionIds } from './credential'
import type { SessionRow, SessionStore } from './store'

export interface Ports extends CommonPorts, Exceptions {
  readonly dials: { readonly session: SessionChoices }
  readonly sessionIds: SessionIds
  readonly sessions: SessionStore
}

export interface SessionChoices extends CookieChoices, DeviceChoices {
  /** Seconds without a request after which it ends. */
  idle: number
  /** Seconds after which it ends in any case. */
  absolute: number
  /** Does a request move the idle end? */
  sliding: boolean
}

/** Where a site takes a protection away, to show what it was good for. A shop has none of these. */
interface Exceptions {
  /** An id without a row. Absent: it is refused. */
  readonly adopt?: (ports: Ports, idHash: string) => OpenVisit
  /** Sign-in on a row that is there. Absent: under a new id. */
  readonly keepId?: (ports: Ports, next: Visit, old: SessionRow) => Promise<SaveOutcome>
  /** What the row keeps of the customer. Absent: nothing, he is looked up. */
  readonly copyOf?: (customer: Customer | null) => Customer | null
  /** Is another password the end of what is signed in elsewhere? Absent: it is. */
  readonly keepsOthers?: boolean
}

/** What the session lane touches. */
import type { Dials } from '../dials'
import type { CommonPorts } from '../strategy'
import type { SessionIds } from './credential'
import type { SessionStore } from './store'

export interface Ports extends CommonPorts {
  readonly dials: Pick<Dials, 'session'>
  readonly sessionIds: SessionIds
  readonly sessions: SessionStore
}

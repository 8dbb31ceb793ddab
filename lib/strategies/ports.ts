/** The ports of all lanes together: what the seam wires for a request, whichever lane it is of. */
import type { Ports as CookiePorts } from './cookie/ports'
import type { Dials } from './dials'
import type { Ports as JwtPorts } from './jwt/ports'
import type { Ports as SessionPorts } from './session/ports'
import type { Strategy } from './strategy'

export interface AllPorts extends CookiePorts, SessionPorts, JwtPorts {
  readonly dials: Dials
}

/** As the seam takes it: whichever of the three. */
export type AnyStrategy = Strategy<AllPorts>

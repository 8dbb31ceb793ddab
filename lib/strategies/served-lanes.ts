/** The server's side of the three lanes. Never imported by what a browser loads. */
import { wireCookie } from './cookie/site/wiring'
import { wireJwt } from './jwt/site/wiring'
import type { Ports } from './ports'
import { wireSession } from './session/site/wiring'
import type { CommonPorts } from './strategy'
import type { Wires } from './wires'

/** How each port that is a lane's own is made. */
export const WIRES: Wires<Omit<Ports, keyof CommonPorts>> = { ...wireCookie, ...wireSession, ...wireJwt }

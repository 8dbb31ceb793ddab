/** The server's side of the three lanes. Never imported by what a browser loads. */
import { cookieDesk } from '../cookie/site/desk'
import { cookieRows } from '../cookie/site/rows'
import { wireCookie } from '../cookie/site/wiring'
import { jwtDesk } from '../jwt/site/desk'
import { jwtLeftover } from '../jwt/site/leftover'
import { jwtRows } from '../jwt/site/rows'
import { wireJwt } from '../jwt/site/wiring'
import type { AllPorts } from '../ports'
import { sessionDesk } from '../session/site/desk'
import { sessionRows } from '../session/site/rows'
import { wireSession } from '../session/site/wiring'
import type { CommonPorts, StrategyName } from '../strategy'
import type { LaneDesk } from './desk'
import type { Leftover } from './leftover'
import type { Wires } from './wires'

/** How each port that is a lane's own is made. */
export const WIRES: Wires<Omit<AllPorts, keyof CommonPorts>> = { ...wireCookie, ...wireSession, ...wireJwt }

/** The rows of each lane, in the order in which the owner is told of them. */
export const ROWS = { session: sessionRows, jwt: jwtRows, cookie: cookieRows }

export const DESKS: Readonly<Record<StrategyName, LaneDesk>> = {
  session: sessionDesk,
  jwt: jwtDesk,
  cookie: cookieDesk,
}

/** Absent: no dial of the lane leaves anything. */
export const LEFTOVERS: Readonly<Partial<Record<StrategyName, Leftover>>> = { jwt: jwtLeftover }

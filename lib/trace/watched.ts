/**
 * What each operation of each port costs in statements, tells a reader, and gives away about where things lie.
 * The compiler holds this table to the ports: an operation that is missing here does not build.
 */
import type { Ports } from '../strategies/strategy'
import type { Watched } from './watch'
import { ACCESS_TOKENS, COOKIES, REFRESH_TOKENS, SEALS, SESSION_IDS } from './watched-credentials'
import { CARTS, DENIED, FAMILIES, GENERATIONS, SESSIONS } from './watched-stores'

type Operations<Port> = {
  [K in keyof Port]: Port[K] extends (...args: never[]) => unknown ? Watched<Port[K]> : never
}

export interface PortTable<Port> {
  /** Where it is done: file and exported symbol. */
  source: { file: string; symbol: string }
  operations: Operations<Port>
}

type Counted =
  | 'cookies'
  | 'seals'
  | 'generations'
  | 'sessionIds'
  | 'sessions'
  | 'accessTokens'
  | 'refreshTokens'
  | 'families'
  | 'carts'
  | 'denied'

export const WATCHED: { [P in Counted]: PortTable<Ports[P]> } = {
  cookies: COOKIES,
  seals: SEALS,
  generations: GENERATIONS,
  sessionIds: SESSION_IDS,
  sessions: SESSIONS,
  accessTokens: ACCESS_TOKENS,
  refreshTokens: REFRESH_TOKENS,
  families: FAMILIES,
  carts: CARTS,
  denied: DENIED,
}

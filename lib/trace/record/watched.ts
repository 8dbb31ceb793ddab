/**
 * What each operation of each port costs in statements, tells a reader, and gives away about where things lie.
 * The compiler holds this table to the ports: an operation that is missing here does not build.
 */
import type { Ports } from '@/lib/strategies/ports'
import type { PortTable } from './port-table'
import { ACCESS_TOKENS, COOKIES, REFRESH_TOKENS, SEALS, SESSION_IDS } from './watched-credentials'
import { CARTS, DENIED, FAMILIES, GENERATIONS, SESSIONS } from './watched-stores'

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

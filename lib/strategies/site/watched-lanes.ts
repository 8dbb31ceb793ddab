/** The watched ports of all lanes. */
import { watchedCookie } from '../cookie/site/watched'
import { watchedJwt } from '../jwt/site/watched'
import { watchedSession } from '../session/site/watched'

export const LANE_PORTS = { ...watchedCookie, ...watchedSession, ...watchedJwt }

/**
 * What a room of lab X25 lets pages of other origins do (Fetch standard, "CORS protocol"). For rooms of a running lab, by a closed list of
 * origins: the shop's own answers have none of these fields.
 */
import { perProcess } from '@/lib/process/once'
import { attackerOrigin, frontOrigin, type Names } from './host'

export interface CorsPolicy {
  /** Of Access-Control-Allow-Origin; `exact`: who asks, where he is on the list. */
  readonly origin: '*' | 'exact'
  /** Access-Control-Allow-Credentials. */
  readonly credentials: boolean
}

/** More than there are runs, three rooms each (lib/labs/run/runs.ts). */
const MOST = 1000

const rooms = () => perProcess('cors', () => new Map<string, CorsPolicy>())

export function openToOrigins(room: string, policy: CorsPolicy): void {
  if (rooms().size < MOST) rooms().set(room, policy)
}

export const closeToOrigins = (room: string): boolean => rooms().delete(room)

const OF_A_ROOM = /^\/api\/[^/]+\/([\w-]{11,16})\//

/** null: nothing of the kind. */
export const policyAt = (path: string): CorsPolicy | null =>
  rooms().get(OF_A_ROOM.exec(path)?.[1] ?? '') ?? null

export function corsFields(
  { origin, credentials }: CorsPolicy,
  asked: string | undefined,
  names: Names,
): Record<string, string> {
  const known = [attackerOrigin(names), frontOrigin(names)].includes(asked ?? null)
  if (!asked || !known) return {}
  return {
    'Access-Control-Allow-Origin': origin === '*' ? '*' : asked,
    ...(credentials && { 'Access-Control-Allow-Credentials': 'true' }),
  }
}

/** What the preflight is told besides. */
export const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  Vary: 'Origin',
} as const

/** The sign-ins of one lane as the support desk sees them: rows. The cookie lane has none, and that is the lesson. */

import { control } from '@/app/_live/requests/control'
import { isOk } from '@/app/_live/requests/http'
import type { Device, StrategyName } from '@/lib/strategies/strategy'

export interface SignIn {
  /** Names the row; opens nothing. */
  id: string
  /** A user id, e.g. "mina". */
  user: string
  device: Device
  /** ISO 8601, by the sandbox clock. */
  lastSeenAt: string
}

interface StoredRow {
  table: string
  handle?: string
  id?: string
  userId?: string | null
  subject?: string
  device: Device
  lastSeenAt: string
  endedAt?: string | null
}

export async function signInsOf(strategy: StrategyName): Promise<SignIn[]> {
  const answer = await control<Record<StrategyName, StoredRow[]>>('GET', '/stored')
  return isOk(answer) && answer.body ? answer.body[strategy].flatMap(signInOf) : []
}

/** Guests are not signed in, and an ended family is only kept to know it again. */
export function signInOf({ table, handle, id, userId, subject, ...row }: StoredRow): SignIn[] {
  const { device, lastSeenAt, endedAt } = row
  if (table === 'Session') return handle && userId ? [{ id: handle, user: userId, device, lastSeenAt }] : []
  if (table !== 'RefreshFamily' || !id || !subject || endedAt || subject.startsWith('guest-')) return []
  return [{ id, user: subject, device, lastSeenAt }]
}

/** Changes the password of whoever is signed in on this device: a request of the shop like any other. */

import { clientOf } from '@/app/_live/requests/clients'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { shopOf, useLive } from '@/app/_live/state/store'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { StrategyName } from '@/lib/strategies/strategy'

/** The site no longer derives it, so the page keeps it in memory for the next sign-in, until it is reloaded. */
export async function changePassword(
  lane: StrategyName,
  device: VisitorDevice,
  typed: { current: string; next: string },
): Promise<Answer | null> {
  const email = shopOf(lane, device).customer?.email
  const answer = (await clientOf(lane, device)?.ask({ act: 'password', ...typed })) ?? null
  if (email && answer && isOk(answer)) remember(email, typed.next)
  return answer
}

function remember(email: string, password: string) {
  useLive.setState(({ users }) => ({
    users: users.map((user) => (user.email === email ? { ...user, password } : user)),
  }))
}

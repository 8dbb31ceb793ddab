/** Acts of the sandbox's owner, from outside of the lanes: the support desk and the machine room. */

import { control } from '@/app/_live/requests/control'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import type { Role } from '@/lib/shop/visit'
import type { StrategyName } from '@/lib/strategies/strategy'

export type OwnerActRequest =
  | { act: 'promote' | 'demote'; email: string }
  | { act: 'set-discount'; email: string; discount: number }
  | { act: 'rotate-keys'; strategy: StrategyName; keepPrevious: boolean }
  | { act: 'force-sign-out-device'; strategy: StrategyName; id: string }
  | { act: 'force-sign-out-everyone'; strategy: StrategyName }
  | { act: 'purge-expired' | 'restart' }

interface ChangedUser {
  email: string
  role: Role
  discount: number
}

export async function ownerAct(asked: OwnerActRequest): Promise<Answer> {
  const answer = await control<{ user?: ChangedUser }>('POST', '/acts', asked)
  if (isOk(answer) && answer.body?.user) noteUser(answer.body.user)
  return answer
}

/** What the row says now; a credential may still say otherwise. */
function noteUser({ email, role, discount }: ChangedUser) {
  useLive.setState(({ users }) => ({
    users: users.map((user) => (user.email === email ? { ...user, role, discount } : user)),
  }))
}

import type { CustomerAnswer } from '@/lib/shop/answers'
import { useLive } from './store'

/** null: nobody. The demo users of the sandbox are all that there are. */
export function customerOf(shown: string): CustomerAnswer | null {
  const user = useLive.getState().users.find(({ email }) => email === shown)
  return user ? { email: user.email, name: user.name, role: user.role } : null
}

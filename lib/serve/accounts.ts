/**
 * Who may sign in. An unknown e-mail address costs the same time as a wrong password (ASVS 5.0, 6.3.8).
 *
 * The first passwords of the demo users are 96 random bits that the owner's view shows: they are derived and stored nowhere. Whatever
 * a visitor chooses instead is stored as an scrypt hash.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { decoyHash, hashPassword, verifyPassword } from '@/lib/sandbox/world/password'
import type { Sandbox, StoredUser } from '@/lib/sandbox/world/sandbox'
import type { Turn } from '@/lib/shares/fair-line'
import type { Accounts } from '@/lib/shop/command'

/** @param turn whose turn it is to have a password hashed; asked only where one has to be */
export function createAccounts({ users, clock, keys }: Sandbox, turn: () => Turn): Accounts {
  const matches = async (user: StoredUser | null, password: string) => {
    const first = user?.passwordHash === null ? keys.firstPassword(user.id) : null
    // Too many bits to be guessed, so nothing has to make guessing slow; and whoever is let in learns nothing by the time.
    if (first !== null && equal(first, password)) return true
    // Hashed in any other case, so that time does not tell whether there is such a user.
    return verifyPassword(password, user?.passwordHash ?? decoyHash(), turn())
  }
  return {
    async signIn(email, password) {
      const user = users.byEmail(email)
      return (await matches(user, password)) && user ? users.find(user.id) : null
    },
    async changePassword(id, current, next) {
      const user = users.all().find((one) => one.id === id) ?? null
      if (!(await matches(user, current))) return false
      await users.setPassword(id, await hashPassword(next, turn()), clock.now())
      return true
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const equal = (a: string, b: string) => timingSafeEqual(sha256(a), sha256(b))

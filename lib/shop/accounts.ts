/** Who may sign in. An unknown e-mail address costs the same time as a wrong password (ASVS 5.0 section 6.3.8). */
import { decoyHash, hashPassword, verifyPassword } from '../sandbox/password'
import type { Sandbox } from '../sandbox/sandbox'
import type { Accounts } from './command'

export function createAccounts({ users, clock }: Sandbox): Accounts {
  return {
    async signIn(email, password) {
      const user = users.byEmail(email)
      const matches = await verifyPassword(password, user?.passwordHash ?? decoyHash())
      return user && matches ? users.find(user.id) : null
    },
    async changePassword(id, current, next) {
      const user = users.all().find((one) => one.id === id)
      if (!user || !(await verifyPassword(current, user.passwordHash))) return false
      await users.setPassword(id, await hashPassword(next), clock.now())
      return true
    },
  }
}

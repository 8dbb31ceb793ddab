/** The demo users of one sandbox, held in memory, with their rows behind. Business data: no lane's cost. */
import { db } from '@/lib/db/client'
import type { Customer, Role } from '@/lib/shop/visit'
import type { UserDirectory } from '@/lib/strategies/strategy'

export interface StoredUser extends Customer {
  /** null: still the first password, which keys.ts derives. */
  passwordHash: string | null
  /** By the sandbox clock; null: still the first one. */
  passwordChangedAt: Date | null
}

export interface SandboxUsers extends UserDirectory {
  byEmail(email: string): StoredUser | null
  all(): StoredUser[]
  /** `hash` as made by password.ts; `at` by the sandbox clock. */
  setPassword(id: string, hash: string, at: Date): Promise<void>
}

const DEMO: readonly Customer[] = [
  { id: 'mina', email: 'mina@shop.example', name: 'Mina Park', role: 'customer', discount: 10 },
  { id: 'sam', email: 'sam@shop.example', name: 'Sam Seo', role: 'support', discount: 0 },
]

export const newUsers = (): StoredUser[] =>
  DEMO.map((user) => ({ ...user, passwordHash: null, passwordChangedAt: null }))

export class UserDesk implements SandboxUsers {
  constructor(
    private readonly sandboxId: string,
    private users: StoredUser[],
  ) {}

  /** Without the hash: what this returns may end up in a credential. */
  find(id: string): Customer | null {
    const user = this.users.find((one) => one.id === id)
    if (!user) return null
    const { passwordHash: _, passwordChangedAt: __, ...customer } = user
    return customer
  }

  passwordChangedAt(id: string): Date | null {
    return this.users.find((one) => one.id === id)?.passwordChangedAt ?? null
  }

  byEmail(email: string): StoredUser | null {
    const wanted = inLowerCase(email)
    return this.users.find((one) => one.email === wanted) ?? null
  }

  all(): StoredUser[] {
    return [...this.users]
  }

  setPassword(id: string, hash: string, at: Date): Promise<void> {
    return this.change(id, { passwordHash: hash, passwordChangedAt: at })
  }

  setRole(id: string, role: Role): Promise<void> {
    return this.change(id, { role })
  }

  /** Whole percent. */
  setDiscount(id: string, discount: number): Promise<void> {
    return this.change(id, { discount })
  }

  /** After the rows were read again. */
  replace(users: StoredUser[]): void {
    this.users = users
  }

  private async change(id: string, data: Partial<StoredUser>): Promise<void> {
    await db().user.updateMany({ where: { sandboxId: this.sandboxId, id }, data })
    this.users = this.users.map((user) => (user.id === id ? { ...user, ...data } : user))
  }
}

/** The letters that mail addresses are written with: `toLowerCase` would make one of a Kelvin sign, too. */
const inLowerCase = (email: string) => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

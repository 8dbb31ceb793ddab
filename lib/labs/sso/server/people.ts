/** Who can sign in at the authorization server, by issuer. */
import { randomBytes } from 'node:crypto'
import type { Tenant } from '../names'

export interface Person {
  readonly sub: string
  readonly password: string
}

/** The partners' own people have names of their own choosing: one of them calls himself as a customer is called. */
export type People = Readonly<Record<Tenant, readonly Person[]>>

export const peopleOf = (passwordOf: (user: 'mina' | 'sam') => string): People => ({
  customers: (['mina', 'sam'] as const).map((sub) => ({ sub, password: passwordOf(sub) })),
  partners: [{ sub: 'mina', password: randomBytes(12).toString('base64url') }],
})

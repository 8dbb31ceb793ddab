/**
 * What the shop knows about the person in front of it. This is all a strategy has to remember.
 * The strategies know nothing else of the shop.
 */
import type { Cart } from './cart'

export type Role = 'customer' | 'support'

export interface Customer {
  /** Unique in the sandbox, e.g. "mina". */
  id: string
  email: string
  name: string
  role: Role
  /** Whole percent off every order. */
  discount: number
}

export interface Visit {
  /** null: a guest. */
  customer: Customer | null
  cart: Cart
}

export const NOBODY: Visit = { customer: null, cart: {} }

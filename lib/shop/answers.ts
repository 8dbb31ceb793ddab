/** What the shop answers, as JSON carries it: the same types where an answer is made and where it is read. */
import type { Device, IssuedToken } from '@/lib/strategies/strategy'
import type { Role } from './visit'

export interface Product {
  sku: string
  name: string
  /** Integer cents, like all money here. */
  unitPrice: number
  featured: boolean
}

export interface CustomerAnswer {
  email: string
  name: string
  role: Role
}

export interface CartLine {
  sku: string
  name: string
  quantity: number
  unitPrice: number
  lineTotal: number
}

export interface CartAnswer {
  lines: CartLine[]
  /** Taken off. */
  discount: number
  /** After the discount. */
  total: number
  currency: 'EUR'
}

export interface OrderAnswer {
  id: string
  /** ISO 8601. */
  createdAt: string
  lines: CartLine[]
  total: number
  currency: 'EUR'
}

export interface DeviceAnswer {
  /** Names the entry; never a usable credential. */
  id: string
  device: Device
  /** ISO 8601. */
  createdAt: string
  lastSeenAt: string
  current: boolean
}

/** Every kind of answer, by the name that a row of operations.ts calls it. */
export interface Answers {
  customer: { customer: CustomerAnswer | null }
  cart: CartAnswer
  visit: { customer: CustomerAnswer | null; cart: CartAnswer }
  order: { order: OrderAnswer }
  orders: { orders: OrderAnswer[] }
  devices: { devices: DeviceAnswer[] }
  token: IssuedToken
  nothing: undefined
}

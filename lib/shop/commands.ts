/** Everything one can do in the shop. The same code for all strategies. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { DeviceEntry } from '@/lib/strategies/strategy'
import type { CartAnswer, CustomerAnswer, DeviceAnswer } from './answers'
import * as carts from './cart'
import { MOST_QUANTITY } from './cart'
import { findProduct, price } from './catalogue'
import type { Command, Outcome } from './command'
import type { SharedOperation } from './operations'
import type { Visit } from './visit'

/** Half of a surrogate pair has no octets: the hash would take each for the same sign (U+FFFD). */
const text = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((given) => given.isWellFormed())

/** Nothing to say: 204. */
const DONE = { do: 'answer', body: undefined } as const

const quantity = z.int().min(1).max(MOST_QUANTITY)

const me: Command<'me'> = {
  reads: 'identity',
  run: ({ visit }) => ({ do: 'answer', body: { customer: publicCustomer(visit) } }),
}

const readCart: Command<'cart.read'> = {
  reads: 'cart',
  run: ({ visit }) => ({ do: 'answer', body: pricedCart(visit) }),
}

const addToCart: Command<'cart.add'> = {
  reads: 'cart',
  input: { sku: z.string().max(40), quantity },
  run({ visit, input }) {
    if (!findProduct(input.sku)) return { do: 'refuse', code: 'unknown_product' }
    return saveCart(visit, carts.add(visit.cart, input.sku, input.quantity))
  },
}

const changeQuantity: Command<'cart.change'> = {
  reads: 'cart',
  input: { quantity },
  run: ({ visit, input, params }) =>
    inCart(visit, params.sku, (sku) => carts.setQuantity(visit.cart, sku, input.quantity)),
}

const removeFromCart: Command<'cart.remove'> = {
  reads: 'cart',
  run: ({ visit, params }) => inCart(visit, params.sku, (sku) => carts.remove(visit.cart, sku)),
}

const signIn: Command<'sign-in'> = {
  reads: 'cart',
  input: { email: text(1, 254), password: text(1, 128) },
  tolerates: { expired: 'if-ambient', refused: 'if-ambient' },
  async run({ visit, input, shop }) {
    const customer = await shop.accounts.signIn(input.email, input.password)
    if (!customer) return { do: 'refuse', code: 'wrong_password' }
    // A guest's cart comes along, and so does one's own; another customer's does not.
    const cart = visit.customer === null || visit.customer.id === customer.id ? visit.cart : {}
    return {
      do: 'renew',
      next: { customer, cart },
      answer: (saved) => ({ body: { customer: publicCustomer(saved), cart: pricedCart(saved) } }),
    }
  },
}

const signOut: Command<'sign-out'> = {
  reads: 'identity',
  tolerates: { expired: true, refused: 'if-ambient' },
  run: () => ({ do: 'end' }),
}

const checkout: Command<'checkout'> = {
  reads: 'cart',
  input: {},
  signedIn: true,
  async run({ visit, shop }) {
    if (carts.isEmpty(visit.cart)) return { do: 'refuse', code: 'empty_cart' }
    const { id, discount } = visit.customer!
    // The order first, the empty cart second: between the two, both exist, and nothing is lost.
    const order = await shop.orders.place(randomUUID(), id, price(visit.cart, discount), shop.now())
    return {
      do: 'save',
      next: { ...visit, cart: {} },
      answer: () => ({ status: 201, body: { order } }),
      undo: () => shop.orders.withdraw(order.id),
    }
  },
}

const listOrders: Command<'orders'> = {
  reads: 'identity',
  signedIn: true,
  run: async ({ visit, shop }) => ({
    do: 'answer',
    body: { orders: await shop.orders.list(visit.customer!.id) },
  }),
}

const listDevices: Command<'devices'> = {
  reads: 'identity',
  signedIn: true,
  async run({ devices }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    return { do: 'answer', body: { devices: (await devices.list()).map(deviceAnswer) } }
  },
}

const endDevice: Command<'devices.end'> = {
  reads: 'identity',
  signedIn: true,
  async run({ devices, params }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    return (await devices.end(params.id)) ? DONE : { do: 'refuse', code: 'no_device' }
  },
}

const endOtherDevices: Command<'devices.end-others'> = {
  reads: 'identity',
  signedIn: true,
  async run({ devices }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    await devices.endOthers()
    return DONE
  },
}

const changePassword: Command<'password'> = {
  reads: 'identity',
  input: { current: text(1, 128), next: text(12, 128) },
  signedIn: true,
  async run({ visit, input, shop, passwordChanged }) {
    if (!(await shop.accounts.changePassword(visit.customer!.id, input.current, input.next)))
      return { do: 'refuse', code: 'invalid', errors: [{ path: 'current', code: 'wrong_password' }] }
    // Whoever knew the old password may be signed in elsewhere (ASVS 5.0, 7.4.3).
    await passwordChanged()
    return DONE
  },
}

function saveCart(visit: Visit, cart: Visit['cart']): Outcome<CartAnswer> {
  return { do: 'save', next: { ...visit, cart }, answer: (saved) => ({ body: pricedCart(saved) }) }
}

function inCart(visit: Visit, sku: string, change: (sku: string) => Visit['cart']): Outcome<CartAnswer> {
  if (!findProduct(sku)) return { do: 'refuse', code: 'unknown_product' }
  if (!Object.hasOwn(visit.cart, sku)) return { do: 'refuse', code: 'not_in_cart' }
  return saveCart(visit, change(sku))
}

const pricedCart = ({ customer, cart }: Visit) => price(cart, customer?.discount ?? 0)

function publicCustomer({ customer }: Visit): CustomerAnswer | null {
  return customer && { email: customer.email, name: customer.name, role: customer.role }
}

function deviceAnswer(entry: DeviceEntry): DeviceAnswer {
  const { createdAt, lastSeenAt } = entry
  return { ...entry, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() }
}

/** Who is served what: a row of operations.ts without a command does not compile. */
export const COMMANDS: { readonly [O in SharedOperation]: Command<O> } = {
  me,
  'cart.read': readCart,
  'cart.add': addToCart,
  'cart.change': changeQuantity,
  'cart.remove': removeFromCart,
  'sign-in': signIn,
  'sign-out': signOut,
  checkout,
  orders: listOrders,
  devices: listDevices,
  'devices.end': endDevice,
  'devices.end-others': endOtherDevices,
  password: changePassword,
}

/** Everything one can do in the shop. The same code for all strategies. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import * as carts from './cart'
import { MAX_QUANTITY } from './cart'
import { findProduct, price } from './catalogue'
import type { Command, Outcome } from './command'
import type { Visit } from './visit'

/** Half of a surrogate pair has no octets: the hash would take each for the same sign (U+FFFD). */
const text = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((given) => given.isWellFormed())

const quantity = z.int().min(1).max(MAX_QUANTITY)

export const me: Command = {
  reads: 'identity',
  run: ({ visit }) => ({ do: 'answer', body: { customer: publicCustomer(visit) } }),
}

export const readCart: Command = {
  reads: 'cart',
  run: ({ visit }) => ({ do: 'answer', body: pricedCart(visit) }),
}

export const addToCart: Command<{ sku: string; quantity: number }> = {
  reads: 'cart',
  input: z.object({ sku: z.string().max(40), quantity }),
  run({ visit, input }) {
    if (!findProduct(input.sku)) return { do: 'refuse', code: 'unknown_product' }
    return saveCart(visit, carts.add(visit.cart, input.sku, input.quantity))
  },
}

export const changeQuantity: Command<{ quantity: number }> = {
  reads: 'cart',
  input: z.object({ quantity }),
  run: ({ visit, input, params }) =>
    inCart(visit, params.sku!, (sku) => carts.setQuantity(visit.cart, sku, input.quantity)),
}

export const removeFromCart: Command = {
  reads: 'cart',
  run: ({ visit, params }) => inCart(visit, params.sku!, (sku) => carts.remove(visit.cart, sku)),
}

export const signIn: Command<{ email: string; password: string }> = {
  reads: 'cart',
  input: z.object({ email: text(1, 254), password: text(1, 128) }),
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

export const signOut: Command = {
  reads: 'identity',
  tolerates: { expired: true, refused: 'if-ambient' },
  run: () => ({ do: 'end' }),
}

export const checkout: Command<Record<string, never>> = {
  reads: 'cart',
  input: z.object({}).transform(() => ({})),
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

export const listOrders: Command = {
  reads: 'identity',
  signedIn: true,
  run: async ({ visit, shop }) => ({
    do: 'answer',
    body: { orders: await shop.orders.list(visit.customer!.id) },
  }),
}

export const listDevices: Command = {
  reads: 'identity',
  signedIn: true,
  async run({ devices }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    return { do: 'answer', body: { devices: await devices.list() } }
  },
}

export const endDevice: Command = {
  reads: 'identity',
  signedIn: true,
  async run({ devices, params }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    return (await devices.end(params.id!))
      ? { do: 'answer', status: 204 }
      : { do: 'refuse', code: 'no_device' }
  },
}

export const endOtherDevices: Command = {
  reads: 'identity',
  signedIn: true,
  async run({ devices }) {
    if (!devices) return { do: 'refuse', code: 'not_possible' }
    await devices.endOthers()
    return { do: 'answer', status: 204 }
  },
}

export const changePassword: Command<{ current: string; next: string }> = {
  reads: 'identity',
  input: z.object({ current: text(1, 128), next: text(12, 128) }),
  signedIn: true,
  async run({ visit, input, shop, passwordChanged }) {
    if (!(await shop.accounts.changePassword(visit.customer!.id, input.current, input.next)))
      return { do: 'refuse', code: 'invalid', errors: [{ path: 'current', code: 'wrong_password' }] }
    // Whoever knew the old password may be signed in elsewhere (ASVS 5.0, 7.4.3).
    await passwordChanged()
    return { do: 'answer', status: 204 }
  },
}

function saveCart(visit: Visit, cart: Visit['cart']): Outcome {
  return { do: 'save', next: { ...visit, cart }, answer: (saved) => ({ body: pricedCart(saved) }) }
}

function inCart(visit: Visit, sku: string, change: (sku: string) => Visit['cart']): Outcome {
  if (!findProduct(sku)) return { do: 'refuse', code: 'unknown_product' }
  if (!Object.hasOwn(visit.cart, sku)) return { do: 'refuse', code: 'not_in_cart' }
  return saveCart(visit, change(sku))
}

const pricedCart = ({ customer, cart }: Visit) => price(cart, customer?.discount ?? 0)

function publicCustomer({ customer }: Visit) {
  return customer && { email: customer.email, name: customer.name, role: customer.role }
}

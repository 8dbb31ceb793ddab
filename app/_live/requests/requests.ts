/** What each act asks of the shop: the same request in every lane. Pure. */

import type { ShopAct } from '../state/types'
import type { Call } from './http'

/** An act with all that its request needs. `me` asks who the browser's credential speaks for. */
export type ShopRequest =
  | Exclude<ShopAct, { act: 'sign-in' }>
  | { act: 'me' }
  | { act: 'devices' }
  | { act: 'end-device'; id: string }
  | { act: 'end-other-devices' }
  | { act: 'password'; current: string; next: string }
  | SignIn

interface SignIn {
  act: 'sign-in'
  email: string
  password: string
}

/** `path` is relative to `/api/{strategy}/{sandbox}/{device}/`. */
export function requestOf(asked: ShopRequest): Call & { path: string } {
  switch (asked.act) {
    case 'add':
      return { method: 'POST', path: 'cart/items', body: { sku: asked.sku, quantity: asked.quantity ?? 1 } }
    case 'change':
      return { method: 'PATCH', path: itemOf(asked.sku), body: { quantity: asked.quantity } }
    case 'remove':
      return { method: 'DELETE', path: itemOf(asked.sku) }
    case 'sign-in':
      return { method: 'POST', path: 'sign-in', body: { email: asked.email, password: asked.password } }
    case 'sign-out':
      return { method: 'POST', path: 'sign-out' }
    case 'checkout':
      return { method: 'POST', path: 'checkout', body: {} }
    case 'read':
      return { method: 'GET', path: 'cart' }
    case 'orders':
      return { method: 'GET', path: 'orders' }
    case 'me':
      return { method: 'GET', path: 'me' }
    case 'devices':
      return { method: 'GET', path: 'devices' }
    case 'end-other-devices':
      return { method: 'DELETE', path: 'devices' }
    case 'password':
      return { method: 'POST', path: 'password', body: { current: asked.current, next: asked.next } }
    case 'end-device':
      return { method: 'DELETE', path: `devices/${encodeURIComponent(asked.id)}` }
  }
}

const itemOf = (sku: string) => `cart/items/${encodeURIComponent(sku)}`

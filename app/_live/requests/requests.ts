/** What each act asks of the shop: the same request in every lane, as the operation's row has it. Pure. */

import { type FieldsOf, OPERATIONS, type OperationRow, type SharedOperation } from '@/lib/shop/operations'
import type { Call } from './http'

/** An operation with all that its request needs. */
export type ShopRequest = { [O in SharedOperation]: { act: O } & FieldsOf<O> }[SharedOperation]

/** What a visitor can ask for. */
export type ShopAct =
  | Exclude<ShopRequest, { act: 'sign-in' }>
  /** Without `password`: the one this sandbox made. */
  | { act: 'sign-in'; email: string; password?: string }

/** `path` is relative to `/api/{strategy}/{sandbox}/{device}/`. */
export function requestOf(asked: ShopRequest): Call & { path: string } {
  const { method, path, takes }: OperationRow = OPERATIONS[asked.act]
  const given: Readonly<Record<string, unknown>> = asked
  return {
    method,
    path: path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(String(given[name]))),
    ...(takes && { body: Object.fromEntries(Object.keys(takes).map((name) => [name, given[name]])) }),
  }
}

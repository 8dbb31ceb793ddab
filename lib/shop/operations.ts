/**
 * Everything that one can ask of the shop: one operation, one row. Pure data, the same for the server and the browser. From the rows
 * come the methods of a route, the acts of the timeline, the requests of the page and the types of bodies and answers; a row without
 * a command (commands.ts) does not compile, and one without its route files fails a test.
 */
import type { Answers } from './answers'

export interface OperationRow {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** What follows `/api/{lane}/{sandbox}/{device}/`; `[name]` is filled in. */
  path: string
  /** A body that the shop would take, `…` for a secret; absent: it takes none. */
  takes?: object
  answers: keyof Answers
  /** What it leaves of the visit, where the answer does not say it. */
  leaves?: 'empty cart' | 'nobody'
  /** The timeline tells of it under another's name. */
  toldAs?: string
  /** Its word in a link of acts; absent: no link can ask for it. */
  link?: string
  /** No other lane has it, and its strategy serves it. */
  only?: 'jwt'
}

export const OPERATIONS = {
  me: { method: 'GET', path: 'me', answers: 'customer' },
  'cart.read': { method: 'GET', path: 'cart', answers: 'cart', link: 'read' },
  'cart.add': {
    method: 'POST',
    path: 'cart/items',
    takes: { sku: 'apple', quantity: 1 },
    answers: 'cart',
    link: 'add',
  },
  'cart.change': {
    method: 'PATCH',
    path: 'cart/items/[sku]',
    takes: { quantity: 2 },
    answers: 'cart',
    link: 'change',
  },
  'cart.remove': { method: 'DELETE', path: 'cart/items/[sku]', answers: 'cart', link: 'remove' },
  'sign-in': {
    method: 'POST',
    path: 'sign-in',
    takes: { email: 'mina@shop.example', password: '…' },
    answers: 'visit',
    link: 'sign-in',
  },
  'sign-out': { method: 'POST', path: 'sign-out', answers: 'nothing', leaves: 'nobody', link: 'sign-out' },
  checkout: {
    method: 'POST',
    path: 'checkout',
    takes: {},
    answers: 'order',
    leaves: 'empty cart',
    link: 'checkout',
  },
  orders: { method: 'GET', path: 'orders', answers: 'orders', link: 'orders' },
  devices: { method: 'GET', path: 'devices', answers: 'devices' },
  'devices.end': { method: 'DELETE', path: 'devices/[id]', answers: 'nothing' },
  'devices.end-others': { method: 'DELETE', path: 'devices', answers: 'nothing', toldAs: 'devices.end' },
  password: { method: 'POST', path: 'password', takes: { current: '…', next: '…' }, answers: 'nothing' },
  refresh: { method: 'POST', path: 'refresh', answers: 'token', only: 'jwt' },
} as const satisfies Record<string, OperationRow>

type Rows = typeof OPERATIONS
export type ShopOperation = keyof Rows

/** What every lane has. */
export type SharedOperation = {
  [O in ShopOperation]: Rows[O] extends { only: string } ? never : O
}[ShopOperation]

/** A path of the shop in every lane. */
export type ShopPath = Rows[SharedOperation]['path']

export type BodyOf<O extends ShopOperation> = Rows[O] extends { takes: infer Example }
  ? { -readonly [Name in keyof Example]: Example[Name] extends string ? string : number }
  : undefined

/** What its request needs: names in the path, then the fields of the body. */
export type FieldsOf<O extends ShopOperation> = PathValues<O> &
  (BodyOf<O> extends undefined ? unknown : BodyOf<O>)

export type AnswerOf<O extends ShopOperation> = Answers[Rows[O]['answers']]

type NamesIn<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
/** What stands in the path for `[name]`. */
export type PathValues<O extends ShopOperation> = Record<NamesIn<Rows[O]['path']>, string>

/** As the timeline tells of it. `other`: it came to the shop's address, and was no act of the shop. */
export type Action =
  | { [O in ShopOperation]: Rows[O] extends { toldAs: infer Name } ? Name : O }[ShopOperation]
  | 'other'

export const OPERATION_ROWS = Object.entries(OPERATIONS) as [ShopOperation, OperationRow][]

/** As in `FieldsOf`. */
export const fieldsOf = ({ path, takes = {} }: OperationRow): string[] => [
  ...Array.from(path.matchAll(/\[(\w+)\]/g), ([, name]) => name!),
  ...Object.keys(takes),
]

/** null: no act of the shop. */
export const rowOf = (action: Action): OperationRow | null => (action === 'other' ? null : OPERATIONS[action])

/** Acts that a link can ask for, and how they are written in it: `#do=sign-in:mina,add:apple*2,clock:60`. No credential has a place here. */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import {
  type FieldsOf,
  fieldsOf,
  OPERATION_ROWS,
  type OPERATIONS,
  type SharedOperation,
  type ShopOperation,
} from '@/lib/shop/operations'
import type { StrategyName } from '@/lib/strategies/strategy'

/** The demo users of every sandbox, by the part of their address before the @. */
export const USERS = ['mina', 'sam'] as const
export type User = (typeof USERS)[number]
export const addressOf = (user: User) => `${user}@shop.example`

type Linked = {
  [O in SharedOperation]: (typeof OPERATIONS)[O] extends { link: string } ? O : never
}[SharedOperation]

type ShopAct = {
  [O in Linked]: { do: (typeof OPERATIONS)[O]['link'] } & (O extends 'sign-in' ? { user: User } : FieldsOf<O>)
}[Linked]

export type ScenarioAct =
  | ShopAct
  | { do: 'device'; device: VisitorDevice }
  | { do: 'force-sign-out'; user: User }
  | { do: 'clock'; seconds: number }

interface Form {
  /** What follows the colon, in this order: `add:apple*2`. */
  fields: readonly string[]
  /** null: nothing that the shop is asked for. */
  operation: ShopOperation | null
}

/** Every word that a link can have. */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...OPERATION_ROWS.flatMap(([operation, row]): [string, Form][] => {
    const fields = operation === 'sign-in' ? ['user'] : fieldsOf(row)
    return row.link ? [[row.link, { fields, operation }]] : []
  }),
  ['device', { fields: ['device'], operation: null }],
  ['force-sign-out', { fields: ['user'], operation: null }],
  ['clock', { fields: ['seconds'], operation: null }],
])

/** More than this is no link but a film. */
export const MOST_ACTS = 40

const PARAMETER = 'do'

export function fragmentOf(acts: readonly ScenarioAct[]): string {
  return `#${PARAMETER}=${acts.map(written).join(',')}`
}

/** What the fragment of an address asks for; null: nothing. */
export function askedIn(fragment: string): string | null {
  const text = fragment.replace(/^#/, '')
  return text.startsWith(`${PARAMETER}=`) ? text.slice(PARAMETER.length + 1) : null
}

function written(act: ScenarioAct): string {
  const said: Readonly<Record<string, unknown>> = { ...act }
  const fields = FORMS.get(act.do)!.fields.map((name) => said[name])
  return fields.length > 0 ? `${act.do}:${fields.join('*')}` : act.do
}

export type Lanes = readonly StrategyName[]

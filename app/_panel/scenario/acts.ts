/** Acts that a link can ask for, and how they are written in it: `#do=sign-in:mina,add:apple*2,clock:60`. No credential has a place here. */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { StrategyName } from '@/lib/strategies/strategy'

/** The demo users of every sandbox, by the part of their address before the @. */
export const USERS = ['mina', 'sam'] as const
export type User = (typeof USERS)[number]
export const addressOf = (user: User) => `${user}@shop.example`

export type ScenarioAct =
  | { do: 'device'; device: VisitorDevice }
  | { do: 'sign-in' | 'force-sign-out'; user: User }
  | { do: 'add' | 'change'; sku: string; quantity: number }
  | { do: 'remove'; sku: string }
  | { do: 'sign-out' | 'checkout' | 'orders' | 'read' }
  | { do: 'clock'; seconds: number }

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
  switch (act.do) {
    case 'device':
      return `device:${act.device}`
    case 'sign-in':
    case 'force-sign-out':
      return `${act.do}:${act.user}`
    case 'add':
    case 'change':
      return `${act.do}:${act.sku}*${act.quantity}`
    case 'remove':
      return `remove:${act.sku}`
    case 'clock':
      return `clock:${act.seconds}`
    default:
      return act.do
  }
}

export type Lanes = readonly StrategyName[]

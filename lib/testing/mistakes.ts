/** What somebody does who makes the mistakes that a lesson speaks of: read off their goals, or said here. */
import type { Goal } from '@/lib/lessons/goal'
import type { ActStep, Lesson } from '@/lib/lessons/lesson'
import { FORMS } from '@/lib/scenario/acts'
import type { Deed } from './perform'

/** By lesson, then step and key, where it cannot be read off. */
const SAID: Record<string, Record<string, readonly Deed[]>> = {
  L06: { 'sign-in-over no-number': [{ do: 'sign-out' }, { do: 'sign-in', user: 'mina' }] },
  L10: {
    'add cart-in-row': [
      { do: 'dial', lane: 'jwt', name: 'cartIn', value: 'row' },
      { do: 'sign-in', user: 'mina' },
      { do: 'add', sku: 'apple', quantity: 1 },
    ],
  },
  L08: {
    'force token-over': [
      { do: 'clock', seconds: 300 },
      { do: 'force-sign-out', user: 'mina' },
      { do: 'device', device: 'phone' },
      { do: 'read' },
    ],
  },
  L11: {
    'force token-over': [
      { do: 'clock', seconds: 60 },
      { do: 'force-sign-out', user: 'mina' },
      { do: 'read' },
    ],
    'force no-list': [
      { do: 'dial', lane: 'jwt', name: 'denylist', value: false },
      { do: 'force-sign-out', user: 'mina' },
      { do: 'read' },
    ],
  },
  L12: {
    'renew no-right': [{ do: 'force-sign-out', user: 'mina' }, { do: 'clock', seconds: 60 }, { do: 'read' }],
  },
}

/** Each key with what is done. */
export function mistakesIn({ id }: Pick<Lesson, 'id'>, step: ActStep): [string, readonly Deed[]][] {
  return step.wrong.map(({ when, say }) => [say, SAID[id]?.[`${step.id} ${say}`] ?? deedsOf(when)])
}

/** What leads to where the goal cannot be reached any more. */
export const deadEndOf = ({ dead }: ActStep): readonly Deed[] => (dead ? deedsOf(dead) : [])

function deedsOf(goal: Goal): Deed[] {
  if ('all' in goal) return goal.all.flatMap(deedsOf)
  if ('inOrder' in goal) return goal.inOrder.flatMap(deedsOf)
  if ('any' in goal) return deedsOf(goal.any[0]!)
  if ('ran' in goal) return [{ do: 'lab', ...goal.ran }]
  if ('holds' in goal) return levelOf(goal.holds)
  if ('seen' in goal) return asked(goal.seen)
  return done(goal)
}

function levelOf({ dial, clockAhead }: Extract<Goal, { holds: unknown }>['holds']): Deed[] {
  return [
    ...(dial ? [{ do: 'dial', ...dial } as const] : []),
    ...(clockAhead ? [{ do: 'clock', seconds: clockAhead } as const] : []),
  ]
}

/** On that device, the act of that name; of whom it is asked says the credential. */
function asked({
  device,
  action = 'cart.read',
  email,
  credential,
}: Extract<Goal, { seen: unknown }>['seen']): Deed[] {
  const who: Deed[] =
    credential === 'absent' || email === null
      ? [{ do: 'sign-out' }]
      : credential === 'valid' || email
        ? [{ do: 'sign-in', user: 'mina' }]
        : []
  const [word] = [...FORMS].find(([, { operation }]) => operation === action) ?? ['read']
  const act = {
    do: word,
    ...(word === 'add' && { sku: 'apple', quantity: 1 }),
    ...(word === 'sign-in' && { user: 'mina' }),
  } as Deed
  const on = device === 'laptop' || device === 'phone' ? [{ do: 'device', device } as const] : []
  return [...on, ...(word === 'sign-in' || word === 'sign-out' ? [] : who), act]
}

function done({ done: kind, lane = 'session' }: Extract<Goal, { done: unknown }>): Deed[] {
  switch (kind) {
    case 'force-sign-out':
      return [{ do: 'force-sign-out', user: 'mina' }]
    case 'force-sign-out-everyone':
      return [{ do: 'desk', act: { act: kind, strategy: lane } }]
    case 'clock':
      return [{ do: 'clock', seconds: 1 }]
    case 'promote':
    case 'demote':
      return [{ do: kind, user: 'mina' }]
    case 'rotate-keys':
      return [{ do: kind, lane, keepPrevious: false }]
    case 'set-discount':
      return [{ do: 'desk', act: { act: kind, email: 'mina@shop.example', discount: 20 } }]
    default:
      return [{ do: 'desk', act: { act: kind } }]
  }
}

/** Is this what a goal waits for? */
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { ExchangePattern, Goal } from '../goal'
import type { LessonEvent } from './events'

/** A goal that happens in a moment, and then has happened. */
export type Edge = Exclude<
  Goal,
  { holds: unknown } | { all: unknown } | { inOrder: unknown } | { any: unknown }
>

export function isIt(edge: Edge, { kind, what }: LessonEvent): boolean {
  if ('seen' in edge) return kind === 'exchange' && fits(edge.seen, what)
  if ('ran' in edge) return kind === 'run' && what.lab === edge.ran.lab && what.position === edge.ran.position
  const { done, lane } = edge
  if (kind === 'desk') return done === 'force-sign-out' && wereAsked(lane ? [lane] : STRATEGIES, what.lanes)
  return kind === 'act' && what.act === done && (lane === undefined || what.strategy === lane)
}

type Lanes = Extract<LessonEvent, { kind: 'desk' }>['what']['lanes']
const wereAsked = (lanes: readonly (keyof Lanes)[], told: Lanes) =>
  lanes.every((lane) => told[lane].because !== 'not_asked')

function fits(pattern: ExchangePattern, exchange: Exchange): boolean {
  const { strategy, device, action, response, problem, credential, cost } = exchange
  const has: Record<keyof ExchangePattern, unknown> = {
    lane: strategy,
    device,
    action,
    status: response?.status,
    problem,
    credential: credential.status,
    presents: credential.status !== 'absent',
    setsCookie: (response?.headers ?? []).some(([name]) => name.toLowerCase() === 'set-cookie'),
    email: credential.email,
    reads: cost.reads,
  }
  const asked = Object.entries(pattern) as [keyof ExchangePattern, unknown][]
  return asked.every(([name, value]) => value === undefined || has[name] === value)
}

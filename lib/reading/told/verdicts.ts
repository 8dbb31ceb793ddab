/** What a forced sign-out did in each lane, as far as it is known now. Pure. */

import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { duration } from '../format'
import type { DeskAct } from '../timeline/desk-act'
import { spoken } from '../timeline/result-of'
import { isAfter } from '../timeline/steps-of'
import { type SignOutVerdict, verdictOf } from '../timeline/verdict'
import type { Scene, ToldWords } from './scene'

/** The lane that answers first is told first. */
export const VERDICT_ORDER: readonly StrategyName[] = ['session', 'jwt', 'cookie']

interface Telling {
  /** It has just been done: also what went with it. */
  news?: boolean
  /** Of that lane it was said already. */
  but?: StrategyName
}

/** "session refused the very next request; jwt goes on for 58 s; …" */
export function verdictsOf(words: ToldWords, act: DeskAct, scene: Scene, telling: Telling = {}): string {
  const { device, exchanges, now, tolerance } = scene
  const { news = false, but } = telling
  const clauses = VERDICT_ORDER.filter((lane) => lane !== but).flatMap((strategy) => {
    const verdict = verdictOf({ strategy, device, act, exchanges, now, tolerance })
    // What does not come from here any more has no end that could be waited for.
    const silent = verdict.kind === 'none' || verdict.kind === 'lost'
    return silent ? [] : clauseOf(words, strategy, verdict, { act, scene, news })
  })
  if (clauses.length === 0) return but ? '' : words.t('force.nobody')
  return words.t('force.lanes', { clauses: clauses.join('; ') })
}

function clauseOf(
  { t, locale }: ToldWords,
  lane: StrategyName,
  verdict: SignOutVerdict,
  { act, scene, news }: { act: DeskAct; scene: Scene; news: boolean },
): string {
  const { kind, exchangeId, reached } = verdict
  const left = duration(verdict.remainingSeconds ?? 0, locale)
  const after = spoken(verdict.refusedAfterSandboxSeconds ?? 0, locale)
  if (kind === 'in') return t('force.in', { lane, left })
  if (kind === 'never') return t('force.never', { lane })
  if (kind === 'was') return t(reached ? 'force.was' : 'force.was-own', { lane, after })
  if (exchangeId === null) return t('force.pending', { lane })
  const cart = lane === 'session' && news && hadCart(act, scene)
  return t(cart ? 'force.at-once-cart' : 'force.at-once', { lane })
}

/** The cart of the session lane lies in the row: gone with it. */
function hadCart(act: DeskAct, { exchanges, device }: Scene): boolean {
  const before = exchanges.filter(
    (one) => one.strategy === 'session' && one.device === device && !isAfter(one, act),
  )
  return (before.findLast(({ answered }) => answered?.cart)?.answered?.cart?.lines.length ?? 0) > 0
}

/** The refusal by which a lane that lived on is cut off, if it is among these. */
export function cutOffIn(
  heard: readonly Exchange[],
  { device, exchanges, desk, now, tolerance }: Scene,
): { lane: StrategyName; verdict: SignOutVerdict; act: DeskAct; exchange: Exchange } | null {
  const act = desk.at(-1)
  if (!act) return null
  for (const lane of STRATEGIES) {
    const verdict = verdictOf({ strategy: lane, device, act, exchanges, now, tolerance })
    const exchange = heard.find(({ id }) => id === verdict.exchangeId)
    if (verdict.kind === 'was' && exchange) return { lane, verdict, act, exchange }
  }
  return null
}

/**
 * When a forced sign-out bites in a lane: first the bound, which is of the design, then what was measured here. A measured time is a
 * sample: it says when somebody happened to ask. As keys of a catalogue. Pure.
 */
import type { Dials } from '@/lib/strategies/dials'
import { REFRESH_LIFE } from '@/lib/strategies/lifetimes'
import type { StrategyName } from '@/lib/strategies/strategy'
import { duration, timeLeft } from '../format'
import { spoken } from './result-of'
import type { SignOutVerdict } from './verdict'

export interface Bound {
  kind: 'next' | 'within' | 'never'
  /** Seconds; only of `within`. */
  seconds: number | null
  /** What takes from it: whoever alters the cookie, or a token that is renewed with each answer. */
  but: 'alterable' | 'slides' | null
}

/** As the dials stand now, for a sign-in made now. */
export function boundOf(strategy: StrategyName, { cookie, jwt }: Dials): Bound {
  const next: Bound = { kind: 'next', seconds: null, but: null }
  const never: Bound = { kind: 'never', seconds: null, but: null }
  const within = (seconds: number): Bound => ({ kind: 'within', seconds, but: null })
  if (strategy === 'session') return next
  if (strategy === 'cookie') {
    if (!cookie.generation) return never
    return cookie.protection === 'plain' ? { ...next, but: 'alterable' } : next
  }
  if (jwt.denylist || jwt.userKeys) return next
  if (jwt.sliding === 'uncapped') return { ...never, but: 'slides' }
  return within((jwt.sliding === 'capped' ? REFRESH_LIFE : jwt.accessLife) + jwt.tolerance)
}

/** What a gauge shows: dashes for never, one tick for the next request, an arc for what is left (0 to 1). */
export type GaugeLook = 'never' | 'tick' | number

export interface BoundTold {
  /** Nothing was ended here: what would be. */
  would: boolean
  /** Key under `bound`, or under `bound.would`. */
  bound: string
  /** Key under `bound.here`; null: nothing to add. */
  here: string | null
  values: Record<string, string | number>
  /** null: nothing runs that it could show. */
  gauge: GaugeLook | null
}

export interface BoundQuestion {
  strategy: StrategyName
  dials: Dials
  verdict: SignOutVerdict
  /** A renewal was refused on this lane and device after the desk act. */
  renewalRefused: boolean
  /** Of the reader. */
  locale: string
}

export function tellBound(question: BoundQuestion): BoundTold {
  const { strategy, dials, verdict, locale } = question
  const bound = boundOf(strategy, dials)
  const values = {
    span: spanOf(bound, verdict, locale),
    ...timesOf(verdict, locale),
    form: dials.cookie.protection,
  }
  if (verdict.kind === 'none')
    return { would: true, bound: bound.kind, here: bound.but, values, gauge: GAUGES[bound.kind] }
  return { would: false, values, ...toldAfter(question) }
}

const GAUGES = { next: 'tick', within: 1, never: 'never' } as const

type After = Pick<BoundTold, 'bound' | 'here' | 'gauge'>

function toldAfter({ strategy, verdict, renewalRefused }: BoundQuestion): After {
  const { kind, reached, exchangeId, remainingSeconds, ofSeconds } = verdict
  const renewal = strategy === 'jwt' && renewalRefused
  if (kind === 'at-once') return { bound: 'next', here: exchangeId ? 'refused' : 'not-asked', gauge: 'tick' }
  // What the desk did not reach may live on elsewhere; from here it does not come any more.
  if (kind === 'lost')
    return {
      bound: reached ? (ofSeconds ? 'within' : 'next') : 'never',
      here: renewal ? 'lost-refused' : 'lost',
      gauge: null,
    }
  if (kind === 'was') return { bound: reached ? 'within' : 'never', here: wasHere(verdict), gauge: 'tick' }
  if (kind === 'never')
    return reached
      ? { bound: 'not', here: 'row', gauge: null }
      : { bound: 'never', here: remainingSeconds === null ? null : 'seal', gauge: 'never' }
  return {
    bound: 'within-in',
    here: renewal ? 'renewal' : 'token',
    gauge: (remainingSeconds ?? 0) / (ofSeconds || 1),
  }
}

/** The wait by the wall was another where the clock was turned between. */
function wasHere({ reached, refusedAfterSeconds, refusedAfterSandboxSeconds }: SignOutVerdict): string {
  if (!reached) return 'own'
  const turned = Math.abs((refusedAfterSeconds ?? 0) - (refusedAfterSandboxSeconds ?? 0)) > 2
  return turned ? 'was-turned' : 'was'
}

/** A token from before a dial was turned may live longer than the next one will: never less than what was seen. */
function spanOf({ seconds }: Bound, { ofSeconds }: SignOutVerdict, locale: string): string {
  return spanWords(Math.max(seconds ?? 0, Math.ceil(ofSeconds ?? 0)), locale)
}

/** "60 s", "5 min"; in Korean "60초", "5분". */
function spanWords(seconds: number, locale: string): string {
  if (seconds > 120) return duration(seconds, locale)
  return locale === 'ko' ? `${seconds}초` : `${seconds}\u00a0s`
}

function timesOf({ remainingSeconds, refusedAfterSandboxSeconds }: SignOutVerdict, locale: string) {
  return {
    left: timeLeft(remainingSeconds ?? 0, locale),
    after: spoken(refusedAfterSandboxSeconds ?? 0, locale),
  }
}

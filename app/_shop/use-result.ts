'use client' // reads the live store

import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useChosen, useShown, useShownDevice, useVerdict } from '@/app/_live/state/use-lane'
import { useLocale } from '@/lib/i18n/client'
import { type BoundTold, tellBound } from '@/lib/reading/timeline/bound'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import { dialsAt } from '@/lib/reading/timeline/dials-at'
import { type LaneResult, NO_ANSWER, resultOf } from '@/lib/reading/timeline/result-of'
import { isAfter } from '@/lib/reading/timeline/steps-of'
import type { SignOutVerdict } from '@/lib/reading/timeline/verdict'
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface LaneNow {
  result: LaneResult
  verdict: SignOutVerdict
  bound: BoundTold
  exchange: Exchange | undefined
}

/** What this lane says at the chosen step. */
export function useLaneNow(strategy: StrategyName): LaneNow {
  const exchange = useShown(strategy)
  const locale = useLocale()
  const { verdict, act } = useVerdict(strategy)
  const renewalRefused = useRenewalRefused(strategy, act)
  const dials = useDialsOf(verdict.kind === 'none' ? null : act)
  const unanswered = useUnanswered(strategy)
  return {
    result: unanswered ? NO_ANSWER : resultOf({ exchange, verdict, act, renewalRefused, locale }),
    verdict,
    bound: tellBound({ strategy, dials, verdict, renewalRefused, locale }),
    exchange,
  }
}

/** What was turned after the sign-in was ended changes nothing of its end. */
function useDialsOf(act: DeskAct | null): Dials {
  const dials = useLive((live) => live.dials)
  const acts = useLive((live) => live.acts)
  return useMemo(() => (act ? dialsAt(act.at, dials, acts) : dials), [act, dials, acts])
}

/** The newest that was sent from here came to nothing: there is no exchange of it, and the one before is no answer to it. */
function useUnanswered(strategy: StrategyName): boolean {
  const { live } = useChosen()
  const last = useLive((state) => state.shops[strategy][state.device].last)
  return live && last?.status === 0 && last.code === null
}

function useRenewalRefused(strategy: StrategyName, act: DeskAct | null): boolean {
  const exchanges = useLive((live) => live.exchanges)
  const device = useShownDevice()
  return (
    act !== null &&
    exchanges.some(
      (each) => each.strategy === strategy && each.device === device && isRefusedRenewal(each, act),
    )
  )
}

function isRefusedRenewal(exchange: Exchange, act: DeskAct): boolean {
  return exchange.action === 'refresh' && isAfter(exchange, act) && exchange.response?.status === 401
}

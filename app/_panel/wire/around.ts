'use client'
// What the live store knows of the exchanges around the one that is drawn.
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useSteps } from '@/app/_live/state/use-lane'
import { type UnsentCookie, unsentWith } from '@/lib/reading/browser/browser-jar'
import { outcomeOfSet, type SetOutcome } from '@/lib/reading/browser/outcome-of-set'
import { addedSoFar } from '@/lib/reading/wire/added-bytes'
import type { Exchange } from '@/lib/trace/model/exchange'

/** Oldest first; those that were let go are missing. */
const useExchanges = () => useLive((live) => live.exchanges)

export function useSetOutcome(exchange: Exchange, index: number): SetOutcome | null {
  const all = useExchanges()
  return useMemo(() => outcomeOfSet(exchange, index, all), [exchange, index, all])
}

export function useUnsent(exchange: Exchange): UnsentCookie[] {
  const all = useExchanges()
  return useMemo(() => unsentWith(exchange, all), [exchange, all])
}

/** `whole`: no exchange of the sandbox was let go, so that none is missing in the sum. */
export function useAddedSoFar(exchange: Exchange) {
  const all = useExchanges()
  const whole = useLive((live) => live.dropped === 0)
  return useMemo(() => ({ sum: addedSoFar(exchange, all), whole }), [exchange, all, whole])
}

/** The step on the timeline in which this exchange stands, counted from 0; -1: it was let go. */
export function useStepOf(seq: number | null): { index: number; exchange: Exchange | undefined } {
  const steps = useSteps()
  const index = steps.findIndex((step) => Object.values(step.exchanges).some((one) => one.seq === seq))
  const exchange = Object.values(steps[index]?.exchanges ?? {}).find((one) => one.seq === seq)
  return { index, exchange }
}

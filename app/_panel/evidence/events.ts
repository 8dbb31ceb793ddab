'use client' // reads the live store
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useSteps } from '@/app/_live/state/use-lane'
import type { ShownExchanges } from '@/lib/reading/evidence/heads'
import { seenEvent } from '@/lib/reading/evidence/seen-event'
import type { OutsideEvent } from '@/lib/reading/timeline/event-id'
import type { Step } from '@/lib/reading/timeline/steps-of'
import type { Exchange } from '@/lib/trace/model/exchange'

/** All acts from outside of the lanes, oldest first. */
export function useEvents(): OutsideEvent[] {
  const desk = useLive((live) => live.desk)
  const acts = useLive((live) => live.acts)
  return useMemo(() => [...desk, ...acts].sort((a, b) => a.at.localeCompare(b.at)), [desk, acts])
}

/** The act that a step looks at, or null. */
export function useSeenEvent(step: Step | undefined): OutsideEvent | null {
  const steps = useSteps()
  const events = useEvents()
  return useMemo(() => (step ? seenEvent(step, steps, events) : null), [step, steps, events])
}

/** The newest step that the columns show: the chosen one, as soon as the browser has drawn it. */
export function useStepOfShown(shown: ShownExchanges): Step | undefined {
  const steps = useSteps()
  return useMemo(() => {
    const ids = new Set(Object.values(shown).map((exchange) => exchange?.id))
    return steps.findLast(({ exchanges }) => Object.values(exchanges).some(({ id }) => ids.has(id)))
  }, [steps, shown])
}

/** The step that an exchange is part of; undefined: it is of another list (where ids may be the same), or was let go. */
export function useStepOfExchange(exchange: Exchange | undefined): Step | undefined {
  const steps = useSteps()
  return useMemo(
    () => (exchange ? steps.find((step) => step.exchanges[exchange.strategy] === exchange) : undefined),
    [steps, exchange],
  )
}

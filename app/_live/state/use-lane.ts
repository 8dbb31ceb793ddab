'use client' // reads the live store

import { useMemo } from 'react'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import { idOfEvent, type OutsideEvent } from '@/lib/reading/timeline/event-id'
import { exchangeAt, type Step, stepAt, stepsOf } from '@/lib/reading/timeline/steps-of'
import { type SignOutVerdict, verdictOf } from '@/lib/reading/timeline/verdict'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { useLive } from './store'
import { useNow } from './use-now'

type Inputs = [exchanges: readonly Exchange[], desk: readonly DeskAct[]]
let last: { of: Inputs; steps: Step[] } | null = null

/** Worked out once for the same exchanges and acts. */
export function sharedSteps(...of: Inputs): Step[] {
  if (last?.of[0] !== of[0] || last.of[1] !== of[1]) last = { of, steps: stepsOf(...of) }
  return last.steps
}

/** All steps of the sandbox: worked out once, however many components ask. */
export function useSteps(): Step[] {
  const exchanges = useLive((live) => live.exchanges)
  const desk = useLive((live) => live.desk)
  return sharedSteps(exchanges, desk)
}

/** The event that is opened, or null. */
export function useEvent(): OutsideEvent | null {
  const id = useLive((live) => live.event)
  const desk = useLive((live) => live.desk)
  const acts = useLive((live) => live.acts)
  return id === null ? null : ([...desk, ...acts].find((event) => idOfEvent(event) === id) ?? null)
}

export interface Chosen {
  steps: Step[]
  /** undefined: nothing was sent yet. */
  step: Step | undefined
  /** The newest desk act before or at the chosen step, or up to the opened event; live: the newest of all. */
  act: DeskAct | null
  live: boolean
  /** Opened: it stands in the place of the step, which came right before it. */
  event: OutsideEvent | null
}

export function useChosen(): Chosen {
  const steps = useSteps()
  const cursor = useLive((live) => live.cursor)
  const desk = useLive((live) => live.desk)
  const event = useEvent()
  const step = stepAt(steps, cursor)
  const live = cursor === null
  const act = event
    ? desk.findLast(({ at }) => at <= event.at)
    : live
      ? desk.at(-1)
      : desk[(step?.deskActs ?? 0) - 1]
  return { steps, step, live, act: act ?? null, event }
}

/** Whose exchanges are shown: in the past those of the chosen step's device, live those of the device in hand. */
export function useShownDevice(): Device {
  const { step, live } = useChosen()
  const device = useLive((state) => state.device)
  return live || !step ? device : step.device
}

/** What this lane shows for the chosen step and device. */
export function useShown(strategy: StrategyName): Exchange | undefined {
  const steps = useSteps()
  const cursor = useLive((live) => live.cursor)
  const device = useShownDevice()
  return exchangeAt(steps, cursor, strategy, device)
}

/** The stopwatch of this lane, as it stood at the chosen step. `now`: 0 where there is no act. */
export function useVerdict(strategy: StrategyName): {
  verdict: SignOutVerdict
  act: DeskAct | null
  now: number
} {
  const { step, act, live, event } = useChosen()
  const device = useShownDevice()
  const all = useLive((state) => state.exchanges)
  const newest = Math.max(0, ...Object.values(step?.exchanges ?? {}).map(({ seq }) => seq))
  const exchanges = useMemo(() => (live ? all : all.filter(({ seq }) => seq <= newest)), [all, live, newest])
  // Without an act there is nothing to count.
  const ticking = useNow(live && act !== null)
  const then = event?.sandboxAt ?? Object.values(step?.exchanges ?? {})[0]?.sandboxAt
  const now = live || !then ? ticking : Date.parse(then)
  const { tolerance } = useLive((state) => state.dials.jwt)
  return { verdict: verdictOf({ strategy, device, act, exchanges, now, tolerance }), act, now }
}

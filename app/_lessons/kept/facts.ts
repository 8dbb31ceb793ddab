'use client'
// What has happened, for the fold: parts of the live store, and what only this browser knows.
import { create } from 'zustand'
import { useKept } from '@/app/_labs/run/kept'
import { useLive } from '@/app/_live/state/store'
import { listLoaded } from '@/app/_live/state/timeline-state'
import type { LessonFacts, OpenedView } from '@/lib/lessons/fold/facts'

/** Views of the panel that were looked at since the page was loaded. */
export const useOpened = create<{ opened: readonly OpenedView[] }>()(() => ({ opened: [] }))

export function noteOpened(view: OpenedView['view']): void {
  useOpened.setState(({ opened }) => ({ opened: [...opened, { view, at: new Date().toISOString() }] }))
}

/** What was there before the page is no news: until it is known nothing is taken in. */
let isLoaded = false
export const factsKnown = listLoaded.then(() => {
  isLoaded = true
})

export function factsNow(): LessonFacts {
  const { sandbox, exchanges, desk, acts, dials, clockOffset, serverAhead } = useLive.getState()
  return {
    sandbox: isLoaded ? (sandbox?.id ?? null) : null,
    exchanges,
    desk,
    acts,
    dials,
    clockOffset,
    serverAhead,
    runs: runsNow(),
    opened: useOpened.getState().opened,
  }
}

/** Oldest first. */
function runsNow(): LessonFacts['runs'] {
  const runs = Object.entries(useKept.getState().results).flatMap(([lab, positions]) =>
    Object.entries(positions).map(([position, { at, findings }]) => ({ lab, position, at, findings })),
  )
  return runs.sort((one, other) => one.at.localeCompare(other.at))
}

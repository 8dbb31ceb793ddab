'use client'
// What has happened, for the fold: parts of the live store, and what only this browser knows.
import { useKept } from '@/app/_labs/run/kept'
import { useLive } from '@/app/_live/state/store'
import { listLoaded } from '@/app/_live/state/timeline-state'
import type { LessonFacts } from '@/lib/lessons/fold/facts'

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
  }
}

/** Oldest first. */
function runsNow(): LessonFacts['runs'] {
  const runs = Object.entries(useKept.getState().results).flatMap(([lab, positions]) =>
    Object.entries(positions).map(([position, { at, findings }]) => ({ lab, position, at, findings })),
  )
  return runs.sort((one, other) => one.at.localeCompare(other.at))
}

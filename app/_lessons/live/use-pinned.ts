'use client' // reads the live store
import { useEffect, useRef } from 'react'
import { backToLive } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { useSteps } from '@/app/_live/state/use-lane'
import type { LessonStep } from '@/lib/lessons/lesson'
import { useProgress } from '../use-lesson'
import { kindOf, type LinePin } from './pinned'

export interface PinnedLines {
  /** null: no question is under way that is about exchanges. */
  pin: LinePin | null
  /** The exchanges that the question is about are not there any more. */
  gone: boolean
}

/** What a question is about stays in sight, whatever comes meanwhile; it can be left and come back to. */
export function usePinned(step: LessonStep | null): PinnedLines {
  const { steps } = useProgress()
  const asks = step?.do === 'see' && 'reading' in step.asks ? step.asks : null
  const pin = asks && steps[asks.of]?.pin
  const place = usePlace(Object.values(pin?.exchanges ?? {}))
  const shown = useRef<string | null>(null)
  const id = pin ? step!.id : null
  useEffect(() => {
    if (id === null) {
      if (shown.current !== null) backToLive()
      shown.current = null
    } else if (place >= 0 && shown.current !== id) {
      shown.current = id
      useLive.setState({ cursor: place, event: null })
    }
  }, [id, place])
  const hasAny = useLive((live) => live.exchanges.length > 0)
  return {
    pin: asks && { kind: kindOf(asks.reading), lane: asks.lane },
    gone: id !== null && place < 0 && hasAny,
  }
}

/** Of the newest of them on the timeline; -1: none of them is there. */
function usePlace(ids: readonly string[]): number {
  return useSteps().findLastIndex(({ exchanges }) =>
    Object.values(exchanges).some((exchange) => ids.includes(exchange.id)),
  )
}

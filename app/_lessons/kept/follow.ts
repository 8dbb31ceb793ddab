'use client'
// The lesson that is open goes on with what happens in the sandbox.
import { useEffect } from 'react'
import { openKept, useKept } from '@/app/_labs/run/kept'
import { useLive } from '@/app/_live/state/store'
import type { Lesson } from '@/lib/lessons/lesson'
import { factsKnown } from './facts'
import { takeIn } from './fold'

/** Milliseconds. An act on three lanes comes in six pieces. */
const MOMENT = 50

/** As long as the page is open. */
export function useFollow(lesson: Lesson): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const fold = () => {
      timer = undefined
      takeIn(lesson)
    }
    const soon = () => {
      timer ??= setTimeout(fold, MOMENT)
    }
    const stops = [useLive.subscribe(soon), useKept.subscribe(soon)]
    void factsKnown.then(soon)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [lesson])
  const sandbox = useLive((live) => live.sandbox?.id)
  useEffect(() => {
    if (sandbox) openKept(sandbox)
  }, [sandbox])
}

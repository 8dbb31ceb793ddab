'use client' // depends on what was done
import { useLive } from '@/app/_live/state/store'
import { useProgress } from '../use-lesson'

/** An act of this lesson was done in this very sandbox. */
export function useIsBehind(): boolean {
  const { steps } = useProgress()
  const sandbox = useLive((live) => live.sandbox?.id)
  return Object.values(steps).some(({ pin }) => pin && pin.sandbox === sandbox)
}

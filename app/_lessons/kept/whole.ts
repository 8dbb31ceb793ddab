'use client'
// All that is kept, at once: what comes from another browser, and the end of it.
import { merge } from '@/lib/lessons/progress/merge'
import type { Progress } from '@/lib/lessons/progress/progress'
import { STORAGE } from '@/lib/site/storage-keys'
import { useKeptLessons, write } from './progress-store'

export function takeProgress(other: Progress): void {
  const all = merge(useKeptLessons.getState().progress, other)
  useKeptLessons.setState({ progress: all, keeps: write(all) })
}

/** In this browser, in every tab. */
export function forgetProgress(): void {
  useKeptLessons.setState({ progress: {} })
  try {
    localStorage.removeItem(STORAGE.lessons)
  } catch {
    // What was never kept is gone with the page.
  }
}

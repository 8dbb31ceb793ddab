'use client'
// How far the visitor is, kept in this browser: it outlives the sandbox, and all tabs go along.
import { create } from 'zustand'
import { type LessonProgress, NOT_BEGUN, type Progress } from '@/lib/lessons/progress/progress'
import { STORAGE } from '@/lib/site/storage-keys'

export interface KeptProgress {
  progress: Progress
  /** false: not read yet; what the server drew knows nothing of it. */
  known: boolean
  /** false: this browser keeps nothing. */
  keeps: boolean
}

export const useKeptLessons = create<KeptProgress>()(() => ({ progress: {}, known: false, keeps: true }))

const KEY = STORAGE.lessons

export const useKeptProgress = (id: string): LessonProgress =>
  useKeptLessons(({ progress }) => progress[id] ?? NOT_BEGUN)

export function change(id: string, next: (progress: LessonProgress) => LessonProgress): void {
  const { progress } = useKeptLessons.getState()
  const before = progress[id] ?? NOT_BEGUN
  const after = next(before)
  if (same(before, after)) return
  const all = { ...progress, [id]: after }
  useKeptLessons.setState({ progress: all, keeps: write(all) })
}

/** The fold makes new objects of what has not changed. */
const same = (one: LessonProgress, other: LessonProgress) => JSON.stringify(one) === JSON.stringify(other)

export function write(progress: Progress): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress))
    return true
  } catch {
    return false
  }
}

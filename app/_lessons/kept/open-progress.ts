'use client'
// Reads what this browser has kept, and goes along with its other tabs.
import { parsed } from '@/lib/lessons/progress/kept'
import { merge } from '@/lib/lessons/progress/merge'
import { STORAGE } from '@/lib/site/storage-keys'
import { type KeptProgress, useKeptLessons } from './progress-store'

const KEY = STORAGE.lessons

/** @returns follows other tabs no longer */
export function openProgress(): () => void {
  if (!useKeptLessons.getState().known) useKeptLessons.setState({ ...read(), known: true })
  const take = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY) return
    // Another tab has forgotten all of it.
    if (newValue === null) return useKeptLessons.setState({ progress: {} })
    useKeptLessons.setState(({ progress }) => ({ progress: merge(progress, parsed(newValue)) }))
  }
  addEventListener('storage', take)
  return () => removeEventListener('storage', take)
}

function read(): Pick<KeptProgress, 'progress' | 'keeps'> {
  try {
    return { progress: parsed(localStorage.getItem(KEY)), keeps: true }
  } catch {
    return { progress: {}, keeps: false }
  }
}

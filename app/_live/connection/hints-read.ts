/** Which hints of the first visit were read, in this browser. Where storage is blocked there are none: they would come back for ever. */
import { create } from 'zustand'
import { STORAGE } from '@/lib/site/storage-keys'

export const HINTS = ['send', 'explain', 'back'] as const
export type Hint = (typeof HINTS)[number]

const KEY = STORAGE.hintsRead

/** `hint`: the one to show. null: all were read, or nothing can be remembered. */
export const useHint = create<{ hint: Hint | null }>()(() => ({ hint: nextHint() }))

/** It was dismissed, or what it asks for was done. */
export function noteRead(hint: Hint): void {
  try {
    const read = localStorage.getItem(KEY)?.split(',') ?? []
    localStorage.setItem(KEY, [...new Set([...read, hint])].join(','))
  } catch {
    // Blocked meanwhile.
  }
  useHint.setState({ hint: nextHint() })
}

function nextHint(): Hint | null {
  try {
    localStorage.setItem(`${KEY}?`, '')
    localStorage.removeItem(`${KEY}?`)
    const read = localStorage.getItem(KEY)?.split(',') ?? []
    return HINTS.find((hint) => !read.includes(hint)) ?? null
  } catch {
    return null
  }
}

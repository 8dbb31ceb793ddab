/** Whether the path of the first acts was walked or left, in this browser. Where storage is blocked there is none: it would come back for ever. */
import { create } from 'zustand'
import { STORAGE } from '@/lib/site/storage-keys'

/** `none`: not known yet, or nothing can be remembered. `left`: it waits to be taken up again. `gone`: it was walked before. */
export type PathPlace = 'none' | 'open' | 'left' | 'gone'

const KEY = STORAGE.path

export const usePathPlace = create<{ place: PathPlace }>()(() => ({ place: 'none' }))

/** Once the page runs in a browser: what the server drew knows nothing of it. */
export function readPath(): void {
  usePathPlace.setState({ place: kept() })
}

/** `done`: from the next page on it is gone. */
export function notePath(what: 'open' | 'left' | 'done'): void {
  try {
    localStorage.setItem(KEY, what)
  } catch {
    // Blocked meanwhile.
  }
  if (what !== 'done') usePathPlace.setState({ place: what })
}

export function closePath(): void {
  usePathPlace.setState({ place: 'gone' })
}

function kept(): PathPlace {
  try {
    localStorage.setItem(`${KEY}?`, '')
    localStorage.removeItem(`${KEY}?`)
    const place = localStorage.getItem(KEY)
    if (place === 'done') return 'gone'
    return place === 'left' ? 'left' : 'open'
  } catch {
    return 'none'
  }
}

/** Whether the path of the first acts was walked or left, and what was guessed on it, in this browser. Where storage is blocked there is none: it would come back for ever. */
import { create } from 'zustand'
import { GUESSES, type Guess } from '@/lib/reading/told/path'
import { STORAGE } from '@/lib/site/storage-keys'

/** `none`: not known yet, or nothing can be remembered. `left`: it waits to be taken up again. `gone`: it was walked before. */
export type PathPlace = 'none' | 'open' | 'left' | 'gone'

interface Kept {
  place: PathPlace
  guess: Guess | null
}

const KEY = STORAGE.path

export const usePathPlace = create<Kept>()(() => ({ place: 'none', guess: null }))

/** Once the page runs in a browser: what the server drew knows nothing of it. */
export function readPath(): void {
  usePathPlace.setState(kept())
}

/** `done`: from the next page on it is gone. */
export function notePath(what: 'open' | 'left' | 'done'): void {
  keep(what, usePathPlace.getState().guess)
  if (what !== 'done') usePathPlace.setState({ place: what })
}

/** It may be changed until the act. */
export function noteGuess(guess: Guess): void {
  keep('open', guess)
  usePathPlace.setState({ guess })
}

export function closePath(): void {
  usePathPlace.setState({ place: 'gone' })
}

function keep(what: 'open' | 'left' | 'done', guess: Guess | null): void {
  try {
    localStorage.setItem(KEY, guess ? `${what} ${guess}` : what)
  } catch {
    // Blocked meanwhile.
  }
}

function kept(): Kept {
  try {
    localStorage.setItem(`${KEY}?`, '')
    localStorage.removeItem(`${KEY}?`)
    const [place, guessed] = (localStorage.getItem(KEY) ?? '').split(' ')
    const guess = GUESSES.find((one) => one === guessed) ?? null
    if (place === 'done') return { place: 'gone', guess }
    return { place: place === 'left' ? 'left' : 'open', guess }
  } catch {
    return { place: 'none', guess: null }
  }
}

'use client'
/** The one explanation that is open on the page: a second one closes the first, so that what is read stays where it is. */
import { useId } from 'react'
import { create } from 'zustand'

/** `place` and the word in it; null: none is open. */
const useOpen = create<{ at: string | null }>()(() => ({ at: null }))

/** Of one line, or one list of parts: which of its words is open, and the way to open one. */
export function useNotePlace() {
  const place = `${useId()} `
  const word = useOpen(({ at }) => (at?.startsWith(place) ? at.slice(place.length) : null))
  return {
    word,
    toggle: (next: string) => useOpen.setState({ at: word === next ? null : place + next }),
    close: () => useOpen.setState({ at: null }),
  }
}

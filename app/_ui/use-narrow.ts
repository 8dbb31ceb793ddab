'use client' // asks the browser how wide the window is

import { useSyncExternalStore } from 'react'

/** Below the breakpoint `tablet` of theme.css, on a screen: there the lanes are tabs. */
const NARROW = 'screen and (width < 51.25rem)'

function subscribe(changed: () => void): () => void {
  const narrow = matchMedia(NARROW)
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** false on the server, where nobody knows. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(NARROW).matches,
    () => false,
  )

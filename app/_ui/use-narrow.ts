'use client' // asks the browser about its window

import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds; false on the server, where nobody knows. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
}

/** Below the breakpoint `tablet` of theme.css, on a screen: there the lanes are tabs. */
const NARROW = 'screen and (width < 51.25rem)'

export const useNarrow = (): boolean => useMedia(NARROW)

/** From there on both sides stand beside one another. Not known before the page is awake: who waits for it fetches nothing in vain. */
const WIDE = 'screen and (width >= 51.25rem)'

export const useWide = (): boolean => useMedia(WIDE)

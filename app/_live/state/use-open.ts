'use client' // reads the live store

import { useLive } from './store'

/** There is a sandbox. A broken event stream does not stop the shops. */
export function useSandboxOpen(): boolean {
  return useLive(({ phase }) => phase === 'live' || phase === 'reconnecting')
}

/** There is a sandbox to act in, and it is shown as it is now: nothing is sent from a moment that has passed. */
export function useOpen(): boolean {
  const open = useSandboxOpen()
  const live = useLive(({ cursor }) => cursor === null)
  return open && live
}

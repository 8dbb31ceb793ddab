'use client' // reads the live store

import { useLive } from './live'

/** There is a sandbox to act in. A broken event stream does not stop the shops. */
export function useOpen(): boolean {
  return useLive(({ phase }) => phase === 'live' || phase === 'reconnecting')
}

'use client' // ticks

import { useSyncExternalStore } from 'react'
import { useLive } from './store'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let second = 0

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, 250)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** One value for a whole second, so that everything that counts steps together. */
function thisSecond(): number {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second) second = now
  return second * 1000
}

/** Milliseconds since the epoch by the sandbox clock, moving once a second; 0 until the sandbox is open. */
export function useNow(): number {
  const here = useSyncExternalStore(subscribe, thisSecond, () => 0)
  const ahead = useLive((live) => live.serverAhead)
  const offset = useLive((live) => live.clockOffset)
  const open = useLive((live) => live.sandbox !== null)
  return here === 0 || !open ? 0 : here + ahead + offset * 1000
}

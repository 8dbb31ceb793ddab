'use client' // ticks

import { useSyncExternalStore } from 'react'
import { useLive } from './store'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let second = 0

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= atNextSecond()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

const atNextSecond = () => setTimeout(tick, 1000 - (Date.now() % 1000))

function tick(): void {
  timer = atNextSecond()
  for (const each of listeners) each()
}

const never = () => () => {}
const noTime = () => 0

/** One value for a whole second, so that everything that counts steps together. */
function thisSecond(): number {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second) second = now
  return second * 1000
}

/**
 * Milliseconds since the epoch by the sandbox clock, moving once a second; 0 until the sandbox is open.
 * @param counts false: nothing that is drawn depends on it, so it is 0 and draws nothing
 */
export function useNow(counts = true): number {
  const here = useSyncExternalStore(counts ? subscribe : never, counts ? thisSecond : noTime, noTime)
  const ahead = useLive((live) => live.serverAhead)
  const offset = useLive((live) => live.clockOffset)
  const open = useLive((live) => live.sandbox !== null)
  return here === 0 || !open ? 0 : here + ahead + offset * 1000
}

'use client' // hears the first sign of somebody

import { useSyncExternalStore } from 'react'

/** Printing is use too: all is drawn before the paper is. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'beforeprint'] as const

const waiting = new Set<() => void>()
let inUse = false

function begin(): void {
  inUse = true
  listen(removeEventListener)
  for (const told of waiting) told()
}

function listen(to: typeof addEventListener | typeof removeEventListener): void {
  for (const sign of SIGNS) to(sign, begin, { capture: true })
}

function subscribe(told: () => void): () => void {
  if (!inUse && waiting.size === 0) listen(addEventListener)
  waiting.add(told)
  return () => waiting.delete(told)
}

/** Whether somebody has begun to use the page. What is not in sight can wait for it, so that a slow processor has the first view sooner. */
export const useInUse = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => inUse,
    () => false,
  )

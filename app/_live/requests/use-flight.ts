'use client' // plays an animation

import { type RefObject, useEffect, useRef } from 'react'
import type { Exchange } from '@/lib/trace/model/exchange'

/** Two legs, the server's part, and the landing (motion.css); with reduced motion the outline stands as long. */
const FLIGHT_MS = 800
/** The exchanges of one lockstep reach the page within this time. */
const TOGETHER_MS = 80

const waiting: (() => void)[] = []

/** What begins in one lockstep begins in one frame. */
function together(begin: () => void) {
  if (waiting.push(begin) > 1) return
  setTimeout(() => {
    for (const each of waiting.splice(0)) each()
  }, TOGETHER_MS)
}

/**
 * One message from browser to server and back for every new exchange. It plays after the exchange was
 * recorded: it shows order and does not measure time.
 */
export function useFlight<E extends HTMLElement = HTMLElement>(
  exchange: Exchange | undefined,
  live: boolean,
): RefObject<E | null> {
  const lane = useRef<E>(null)
  const newest = useRef('')
  const at = exchange?.at
  const refused = (exchange?.response?.status ?? 0) >= 400
  useEffect(() => {
    const element = lane.current
    // Coming back from the past, the newest is no news.
    if (!element || !at || at <= newest.current) return
    newest.current = at
    return live ? fly(element, refused) : undefined
  }, [at, live, refused])
  return lane
}

/** Returns what ends it early. */
function fly(element: HTMLElement, refused: boolean): () => void {
  let landing: ReturnType<typeof setTimeout> | undefined
  let over = false
  const land = () => {
    over = true
    clearTimeout(landing)
    element.classList.remove('in-flight', 'refused')
  }
  together(() => {
    if (over) return
    element.classList.remove('in-flight', 'refused')
    void element.offsetWidth // starts the animation anew
    element.classList.add('in-flight')
    element.classList.toggle('refused', refused)
    landing = setTimeout(land, FLIGHT_MS)
  })
  return land
}

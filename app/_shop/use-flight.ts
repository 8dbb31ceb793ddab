'use client' // plays an animation

import { type RefObject, useEffect, useRef } from 'react'
import type { Exchange } from '@/lib/trace/exchange'

/** Two legs, the server's part, and the landing (motion.css); with reduced motion the outline stands as long. */
const FLIGHT_MS = 980

/**
 * One message from browser to server and back for every new exchange. It plays after the exchange was
 * recorded: it shows order and does not measure time.
 */
export function useFlight(exchange: Exchange | undefined, live: boolean): RefObject<HTMLElement | null> {
  const lane = useRef<HTMLElement>(null)
  const shown = useRef<string | undefined>(undefined)
  const id = exchange?.id
  const refused = (exchange?.response?.status ?? 0) >= 400
  useEffect(() => {
    const element = lane.current
    if (!element || !id || shown.current === id) return
    shown.current = id
    if (!live) return
    const land = () => element.classList.remove('in-flight', 'refused')
    land()
    void element.offsetWidth // starts the animation anew
    element.classList.add('in-flight')
    element.classList.toggle('refused', refused)
    const landed = setTimeout(land, FLIGHT_MS)
    return () => {
      clearTimeout(landed)
      land()
    }
  }, [id, live, refused])
  return lane
}

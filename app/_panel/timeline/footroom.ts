'use client'
// Measures the strip at the lower edge: what gets the focus by key is scrolled clear of it.
import { type RefObject, useEffect } from 'react'

/** timeline.css keeps so much of the window clear. */
const FOOTROOM = '--footroom'

export function useFootroom(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement
    const strip = section.current
    if (!strip) return
    const measure = () => {
      const sticks = getComputedStyle(strip).position === 'sticky'
      style.setProperty(FOOTROOM, sticks ? `${strip.offsetHeight}px` : null)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(strip)
    // A lower window unsticks it and leaves its size.
    window.addEventListener('resize', measure)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', measure)
      style.removeProperty(FOOTROOM)
    }
  }, [section])
}

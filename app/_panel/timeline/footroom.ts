'use client'
// Measures the strip at the lower edge: what gets the focus by key is scrolled clear of it.
import { type RefObject, useEffect } from 'react'

export function useFootroom(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement
    const strip = section.current
    if (!strip) return
    const measure = () => {
      const sticks = getComputedStyle(strip).position === 'sticky'
      style.scrollPaddingBottom = sticks ? `${strip.offsetHeight}px` : ''
    }
    const watch = new ResizeObserver(measure)
    watch.observe(strip)
    // A lower window unsticks it and leaves its size.
    window.addEventListener('resize', measure)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', measure)
      style.scrollPaddingBottom = ''
    }
  }, [section])
}

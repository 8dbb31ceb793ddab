'use client'
// Measures: the marks of a map are as round at any width.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** 0 until it is measured. CSS pixels. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    setWidth(element.clientWidth)
    return () => watch.disconnect()
  }, [box])
  return width
}

'use client'
import { type RefObject, useEffect } from 'react'

type Box = RefObject<HTMLElement | null>

/**
 * One stop for the Tab key: what is chosen, or what the filter leaves nearest to it. Not a prop of the head: Chromium lays
 * the page out at once when the tabindex of what has the focus changes, and would do so amid each redraw.
 */
export function useFocusStop(box: Box, at: number, drawn: unknown): void {
  useEffect(() => {
    const button = box.current?.querySelector<HTMLElement>(`[data-stop="${at}"]`)
    for (const old of box.current?.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]') ?? [])
      if (old !== button) old.tabIndex = -1
    if (button && button.tabIndex !== 0) button.tabIndex = 0
  }, [box, at, drawn])
}

/** Scrolls the box, never the page. What is stuck to its sides covers nothing of what is chosen. */
export function useChosenInSight(box: Box, at: number, count: number): void {
  useEffect(() => {
    const { current } = box
    const chosen = current?.querySelector<HTMLElement>('[data-chosen]')
    if (!current || !chosen || at < 0 || count === 0) return
    const { scrollPaddingLeft, scrollPaddingRight, scrollPaddingTop } = getComputedStyle(current)
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = chosen
    const sight = { left: px(scrollPaddingLeft), right: current.clientWidth - px(scrollPaddingRight) }
    // With the newest what is left comes into sight too.
    const isNewest = at === count - 1
    current.scrollLeft = isNewest
      ? current.scrollWidth
      : nearest(current.scrollLeft, offsetLeft - sight.left, offsetLeft + offsetWidth - sight.right)
    current.scrollTop = nearest(
      current.scrollTop,
      offsetTop - px(scrollPaddingTop),
      offsetTop + offsetHeight - current.clientHeight,
    )
  }, [box, at, count])
}

/** No more than it needs: `most` shows the beginning, `least` the end. */
const nearest = (now: number, most: number, least: number) => Math.min(most, Math.max(least, now))

const px = (length: string) => Number.parseFloat(length) || 0

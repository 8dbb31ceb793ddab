/** What was drawn anew is there within so many. */
const FRAMES = 20

/**
 * What was pressed leaves the page with what it did: the focus goes to a named place and not to the body
 * (WCAG 2.2, 2.4.3). Where somebody has gone on meanwhile, it stays there.
 */
export function keepFocus(place: () => HTMLElement | null | undefined): void {
  let frames = FRAMES
  const look = () => {
    if (document.activeElement === document.body) place()?.focus()
    else if (--frames > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

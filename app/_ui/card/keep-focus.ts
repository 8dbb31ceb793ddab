/**
 * What was pressed has left the page with what it did: the focus goes to a named place and not to the body
 * (WCAG 2.2, 2.4.3). Where somebody has gone on meanwhile, it stays there.
 */
export function keepFocus(place: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) place()?.focus()
  })
}

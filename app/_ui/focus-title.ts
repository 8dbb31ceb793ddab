/** The named place for a focus whose control has gone (WCAG 2.2, 2.4.3). */
export function focusTitle(): void {
  const title = document.querySelector<HTMLElement>('h1')
  if (!title) return
  if (!title.hasAttribute('tabindex')) title.tabIndex = -1
  title.focus()
}

import type { PointerEvent } from 'react'
import { setOpen } from './is-open'

/** So far up or down, and it was a drag. CSS pixels. */
const FAR = 16

/** The bar is the handle of the timeline: drawn up it opens, drawn down it closes. Its slider has the pointer for itself. */
export function startDrag({ nativeEvent, target }: PointerEvent): void {
  const from = nativeEvent.clientY
  if (nativeEvent.button !== 0 || (target as Element).closest('[role=slider], [popover]')) return
  const ended = new AbortController()
  const { signal } = ended
  let dragged = false
  document.addEventListener(
    'pointermove',
    ({ clientY, pointerId }) => {
      if (pointerId !== nativeEvent.pointerId || Math.abs(clientY - from) < FAR) return
      dragged = true
      setOpen(clientY < from)
    },
    { signal },
  )
  const end = () => {
    ended.abort()
    if (dragged) swallowClick()
  }
  document.addEventListener('pointerup', end, { signal })
  document.addEventListener('pointercancel', end, { signal })
}

/** Where a drag ends is no press of the button that happens to lie there. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  document.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }))
}

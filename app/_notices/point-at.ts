/** Shows where an act of the path is done. */
import type { PathAct } from '@/lib/reading/told/path'

let last: AbortController | null = null

/**
 * Not over the page: to where it is done. Of a question: to what was answered, or to its first answer. The focus alone is not drawn
 * after a press of the mouse: the place has a ring of its own until it is pressed or left, or another is pointed to.
 */
export function pointAt(id: PathAct['id']): void {
  last?.abort()
  const place = document.querySelector<HTMLElement>(`[data-path="${id}"]`)
  if (!place) return
  const control = place.querySelector<HTMLElement>('input:checked') ?? place.querySelector('input') ?? place
  control.focus()
  place.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  place.dataset.pointed = ''
  last = new AbortController()
  const { signal } = last
  signal.addEventListener('abort', () => delete place.dataset.pointed)
  const left = ({ relatedTarget }: FocusEvent) => {
    if (!place.contains(relatedTarget as Node | null)) last?.abort()
  }
  place.addEventListener('click', () => last?.abort(), { signal })
  place.addEventListener('focusout', left, { signal })
}

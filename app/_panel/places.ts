/** Names of the lines and things of an exchange on the page, and the way to one of them. */
import { useLive } from '@/app/_live/state/store'
import type { View } from '@/app/_live/state/types'

export const wireId = (exchangeId: string, line: string) => `wire-${exchangeId}-${line}`
export const storedId = (exchangeId: string, artifactId: string) => `stored-${exchangeId}-${artifactId}`

/** A view that was not shown needs a moment to be drawn. */
const FRAMES = 20

/** Brings it into sight and gives it the focus, which marks it. */
export function goTo(view: View, id: string): void {
  useLive.setState({ view })
  let frames = FRAMES
  const look = () => {
    const place = document.getElementById(id)
    if (place) {
      place.scrollIntoView({ block: 'center' })
      place.focus({ preventScroll: true })
    } else if (--frames > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

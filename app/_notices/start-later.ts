/** For pages that show no shop at first sight: what opens the sandbox comes after the page. Where it does not come, the page says so and goes on trying. */

import type { StartOptions } from '@/app/_live/connection/start'
import { useLive } from '@/app/_live/state/store'
import { LaterFile } from '@/app/_ui/later-file'

const opening = new LaterFile(() => import('@/app/_live/connection/start'))

/** As `start`. */
export const startLater = (options: StartOptions): void => once(({ start }) => start(options))

/** As `startOver`. */
export const startOverLater = (): void => once(({ startOver }) => startOver())

function once(go: (file: typeof import('@/app/_live/connection/start')) => Promise<void>): void {
  const look = () => {
    const file = opening.now()
    if (file.state === 'missing' || file.state === 'broken') useLive.setState({ phase: 'not-opened' })
    if (file.state !== 'here') return
    leave()
    void go(file.value)
  }
  const leave = opening.subscribe(look)
  look()
}

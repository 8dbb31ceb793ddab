/** For pages that show no shop at first sight: what opens the sandbox comes after the page. */
import { fetched } from '@/app/_ui/later-file'
import { useLive } from '../state/store'
import type { StartOptions } from './start'

/** As `start`. */
export const startLater = (options: StartOptions): Promise<void> => withStart(({ start }) => start(options))

/** As `startOver`. */
export const startOverLater = (): Promise<void> => withStart(({ startOver }) => startOver())

async function withStart(go: (file: typeof import('./start')) => Promise<void>): Promise<void> {
  const file = await fetched(() => import('./start'))
  if (file) return go(file)
  useLive.setState({ phase: 'failed' })
}

/**
 * libSQL closes a connection only when it is collected. Until then SQLite hands its view of the file to new connections of the process, and a
 * disk that was read-only once would stay read-only for them. So for a moment none is opened, and then everything is collected.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { perProcess } from './sandbox/per-process'

/** Milliseconds: until the requests that had the connection are answered. */
const WAIT = 250
/** And until the client has let go of it. */
const SETTLE = 100

const state = () => perProcess('garbage', () => ({ isWaiting: false }))

/** true: a connection that is opened now would be like the last one. */
export const isCollectingSoon = (): boolean => state().isWaiting

/** @param close lets go of the connection; what still uses it then fails, as it would have anyway */
export function collectSoon(close: () => Promise<void>): void {
  if (state().isWaiting) return
  state().isWaiting = true
  void closeAndCollect(close).finally(() => {
    state().isWaiting = false
  })
}

async function closeAndCollect(close: () => Promise<void>): Promise<void> {
  await sleep(WAIT)
  await close().catch(() => {})
  await sleep(SETTLE)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

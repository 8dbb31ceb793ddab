/**
 * libSQL closes a connection only when it is collected. Until then SQLite hands its view of the file to new connections of the process, and a
 * disk that was read-only once would stay read-only for them.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const WAIT = 1000

let waiting = false

/** Once a second at most: it holds the process up for some milliseconds. */
export function collectSoon(): void {
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
  }, WAIT).unref()
}

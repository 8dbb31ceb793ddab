/**
 * A second port of this machine for the same server, so that a browser has another origin of the same site: cookies know no ports, the
 * same-origin policy does (lab X25). Whatever comes in there goes to the first port as it is, and the door asks which name it is for.
 */
import { connect, createServer, type Socket } from 'node:net'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'

/** Connections of a few frames. */
const MOST = 50
const HERE = '127.0.0.1'

/** Once in a process. A deployment has a name for it (FRONT_ORIGIN), or none. Resolves when it listens, or cannot. */
export function openSecondPort(): Promise<void> {
  const place = perProcess('second-port', () => ({ origin: undefined as string | undefined }))
  if (env.APP_ORIGIN || env.FRONT_ORIGIN || place.origin) return Promise.resolve()
  const server = createServer(passOn)
  server.maxConnections = MOST
  // It is no reason for the process to live.
  server.unref()
  return new Promise((resolve) => {
    server.once('error', () => resolve())
    server.listen(env.FRONT_PORT, HERE, () => {
      const address = server.address()
      if (typeof address === 'object' && address) place.origin = `http://localhost:${address.port}`
      resolve()
    })
  })
}

function passOn(from: Socket): void {
  const to = connect(env.PORT, HERE)
  from.unref()
  to.unref()
  from.pipe(to).pipe(from)
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    one.once('error', () => other.destroy())
    one.once('close', () => other.destroy())
  }
}

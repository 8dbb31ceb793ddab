/** A server of a run's own at a socket of the operating system: HTTP without TCP. Whoever opens one closes it in a `finally`. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noteOutside } from '@/lib/http/outside-servers'
import { ended } from './open-http'

export interface LocalServer {
  /** A file, or on Windows a named pipe. */
  readonly socketPath: string
  readonly server: Server
  /** Connections that are open are cut. */
  close(): Promise<void>
}

export async function openLocal(handler: RequestListener): Promise<LocalServer> {
  const { socketPath, forget } = await place()
  const server = noteOutside(createServer(handler)).listen(socketPath)
  await once(server, 'listening')
  return {
    socketPath,
    server,
    async close() {
      await ended(server)
      await forget()
    },
  }
}

/** In a folder that only this process's user may enter. */
async function place(): Promise<{ socketPath: string; forget(): Promise<void> }> {
  if (process.platform === 'win32')
    return { socketPath: `\\\\.\\pipe\\remember-me-${randomUUID()}`, forget: async () => {} }
  const folder = await mkdtemp(join(/* turbopackIgnore: true */ tmpdir(), 'remember-me-'))
  return {
    socketPath: join(/* turbopackIgnore: true */ folder, 'local.sock'),
    forget: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A server of a run's own, on this machine only and at a port that the system chooses. Whoever opens one closes it in a `finally`. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { noteOutside } from '@/lib/http/outside-servers'

export interface OpenServer {
  readonly port: number
  readonly server: Server
  /** Connections that are open are cut. */
  close(): Promise<void>
}

/** The only address at which anything of a run listens. */
export const HERE = '127.0.0.1'

export async function openHttp(handler: RequestListener, options: ServerOptions = {}): Promise<OpenServer> {
  const server = noteOutside(createServer(options, handler)).listen(0, HERE)
  await once(server, 'listening')
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: () => ended(server),
  }
}

export async function ended(server: Server): Promise<void> {
  if (!server.listening) return
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

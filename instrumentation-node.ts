import { installClientAddress } from './lib/http/address'
import { installKnownHost } from './lib/http/known-host'
import { startSweeper } from './lib/sandbox/sweeper'
import { startServer } from './lib/start-server'
import { startWireTap } from './lib/trace/wiretap'

/** The wire tap first: no request may come before it. */
export async function start(): Promise<void> {
  startWireTap()
  installClientAddress()
  installKnownHost()
  await startServer()
  startSweeper()
}

import { installClientAddress } from './lib/http/address'
import { startSweeper } from './lib/sandbox/sweeper'
import { startServer } from './lib/start-server'
import { startWireTap } from './lib/trace/wiretap'

/** The wire tap first: no request may come before it. */
export async function start(): Promise<void> {
  startWireTap()
  installClientAddress()
  await startServer()
  startSweeper()
}

import { env } from './lib/env'
import { installClientAddress } from './lib/http/address'
import { installKnownHost } from './lib/http/known-host'
import { installRefuseEarly } from './lib/http/refuse-early'
import { installSlowClients } from './lib/http/slow-clients'
import { bugOf } from './lib/log/bug'
import { log } from './lib/log/log'
import { startSweeper } from './lib/sandbox/sweeper'
import { startServer } from './lib/start-server'
import { startWireTap } from './lib/trace/wiretap'

/** The wire tap first: no request may come before it. */
export async function start(): Promise<void> {
  if (env.TRACE) startWireTap()
  installRefuseEarly()
  installClientAddress()
  installKnownHost()
  installSlowClients()
  await startServer()
  startSweeper()
}

/** @param route the pattern of its path, without what stands in it */
export const noteBug = (error: unknown, route: string) => log('bug', { ...bugOf(error), route })

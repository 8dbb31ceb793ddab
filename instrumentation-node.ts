import { installDoor } from './lib/http/door/door'
import { installHangUp } from './lib/http/hang-up'
import { openSecondPort } from './lib/http/second-port'
import { installSlowClients } from './lib/http/slow-clients'
import { sweepRunFolders } from './lib/labs/cluster/folders'
import { bugOf } from './lib/log/bug'
import { captureConsole } from './lib/log/console'
import { log } from './lib/log/log'
import { env } from './lib/process/env'
import { watchDrain } from './lib/sandbox/world/drain'
import { startSweeper } from './lib/sandbox/world/sweeper'
import { startMetrics } from './lib/serve/metrics/metrics'
import { startServer } from './lib/serve/start-server'
import { startWireTap } from './lib/trace/record/wiretap'

/** The wire tap first: no request may come before it. */
export async function start(): Promise<void> {
  if (env.TRACE) startWireTap()
  installDoor()
  installSlowClients()
  installHangUp()
  startMetrics()
  await openSecondPort()
  await startServer()
  await watchDrain()
  startSweeper()
  void sweepRunFolders()
  // Last: what goes wrong at the start is printed as it is.
  if (process.env.NODE_ENV === 'production') captureConsole()
}

/** @param route the pattern of its path, without what stands in it */
export const noteBug = (error: unknown, route: string) => log('bug', { ...bugOf(error), route })

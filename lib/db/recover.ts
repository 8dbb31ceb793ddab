/**
 * For a server that could not prepare its database when it started. Mostly trying again is enough. Where the disk was read-only it is not:
 * libSQL closes a connection only when its statements are collected, and until then SQLite gives every new connection of the process its
 * read-only view of the file. So once the disk takes writes the process ends, and whoever supervises it starts a good one.
 */
import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endServer } from '@/lib/http/shutdown'
import { log } from '@/lib/log/log'
import { fileOf } from '@/lib/process/database-url'
import { perProcess } from '@/lib/process/once'
import { trouble } from './database-trouble'

const EVERY = 2000
/** EX_TEMPFAIL of sysexits.h: not well now, worth another try. */
const RESTART = 75

type Recovery = 'retry' | 'restart' | 'operator'

interface State {
  running: boolean
  restart: boolean
}

const state = () => perProcess<State>('recovery', () => ({ running: false, restart: false }))

/**
 * What a degraded server waits for: `retry`, nothing but better times; `restart`, a new process; `operator`, somebody who puts
 * another database there, or another version of the site.
 */
export function recovery(): Recovery {
  if (trouble().unfit) return 'operator'
  return state().restart ? 'restart' : 'retry'
}

/**
 * Once at a time.
 * @param prepare brings the database up to date; returns the migrations that were applied
 * @param every milliseconds between two tries
 */
export async function recoverDatabase(
  url: string,
  prepare: () => Promise<string[]>,
  every = EVERY,
): Promise<void> {
  const now = state()
  if (now.running) return
  now.running = true
  for (;;) {
    const cannot = isReadOnly(url)
    if (cannot) now.restart = true
    await sleep(every, undefined, { ref: false })
    if (cannot) continue
    if (now.restart) {
      log('restart_wanted', {})
      return endServer(RESTART)
    }
    const applied = await prepare().catch(() => null)
    if (!applied) continue
    now.running = false
    return log('database_prepared', { migrations: applied.length })
  }
}

/** The file or its folder (where SQLite puts the -wal file) is there and does not take writes. */
export function isReadOnly(url: string): boolean {
  const path = fileOf(url)
  if (path === null) return false
  return [path, dirname(path)].some((one) => {
    try {
      accessSync(one, constants.W_OK)
      return false
    } catch (error) {
      return ['EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
    }
  })
}

import 'server-only'
import { closeDatabase } from '@/lib/db/client'
import { trouble } from '@/lib/db/database-trouble'
import { alreadyHeld, type DatabaseLock, holdDatabase } from '@/lib/db/hold-database'
import { recoverDatabase } from '@/lib/db/recover'
import { refusalOfWrites } from '@/lib/db/takes-writes'
import { installShutdown } from '@/lib/http/shutdown'
import { log } from '@/lib/log/log'
import { tellDatabaseTrouble } from '@/lib/log/trouble'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { SecretsUnavailable } from '@/lib/process/secrets'
import { migrate } from '@/prisma/migrate'

/** Milliseconds. A process that was told to end takes 5 s at most. */
const OTHER_MAY_END = 6000

/** Called once when the server starts, before the first request: whatever that needs is looked at here. */
export async function startServer(): Promise<void> {
  const inProduction = process.env.NODE_ENV === 'production'
  if (inProduction) installShutdown(closeDatabase)
  if (inProduction) trouble().onOutdated = () => void recoverDatabase(env.DATABASE_URL, prepare)
  try {
    const applied = await prepare()
    log('server_started', { database: true, migrations: applied.length })
  } catch (error) {
    // The cookie strategy serves without a database; the others answer 503 until it is back.
    log('server_started', { database: false, migrations: 0 })
    tellDatabaseTrouble(error)
    if (inProduction) void recoverDatabase(env.DATABASE_URL, prepare)
  }
}

/** @returns the migrations that were applied now */
async function prepare(): Promise<string[]> {
  await hold()
  readSecrets()
  const applied = await migrate(env.DATABASE_URL, process.cwd())
  const refusal = await refusalOfWrites()
  if (refusal) throw refusal
  return applied
}

/** For as long as the process lives. */
async function hold(): Promise<void> {
  const mine = perProcess<{ held: DatabaseLock | null }>('database-hold', () => ({ held: null }))
  if (mine.held && mine.held.how !== 'nothing') return
  const share = env.SHARE_DATA_DIR
  mine.held = await holdDatabase(env.DATABASE_URL, { share, wait: share ? 0 : OTHER_MAY_END })
  if (mine.held) return
  if (!share) return refuse('held', alreadyHeld(env.DATABASE_URL))
  log('data_shared', {})
}

/** A folder that gives none may do so in a moment; what stands in a file and makes no sense stays so. */
function readSecrets(): void {
  try {
    void [env.SESSION_PASSWORDS, env.JWT_KEYS]
  } catch (error) {
    if (error instanceof SecretsUnavailable) throw error
    refuse('secrets', (error as Error).message)
  }
}

function refuse(because: 'held' | 'secrets', message: string): never {
  log('start_refused', { because })
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

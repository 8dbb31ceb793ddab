import 'server-only'
import { migrate } from '../prisma/migrate'
import { closeDatabase } from './db'
import { env } from './env'
import { installShutdown } from './http/shutdown'
import { log } from './log/log'
import { tellDatabaseTrouble } from './log/trouble'
import { recoverDatabase } from './recover-database'

/** Called once when the server starts, before the first request. */
export async function startServer(): Promise<void> {
  if (process.env.NODE_ENV === 'production') installShutdown(closeDatabase)
  const prepare = () => migrate(env.DATABASE_URL, process.cwd())
  try {
    const applied = await prepare()
    log('server_started', { database: true, migrations: applied.length })
  } catch (error) {
    // The cookie strategy serves without a database; the others answer 503 until it is back.
    log('server_started', { database: false, migrations: 0 })
    tellDatabaseTrouble(error)
    if (process.env.NODE_ENV === 'production') void recoverDatabase(env.DATABASE_URL, prepare)
  }
}

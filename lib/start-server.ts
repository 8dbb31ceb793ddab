import 'server-only'
import { migrate } from '../prisma/migrate'
import { closeDatabase } from './db'
import { env } from './env'
import { installShutdown } from './http/shutdown'

/** Called once when the server starts, before the first request. */
export async function startServer(): Promise<void> {
  if (process.env.NODE_ENV === 'production') installShutdown(closeDatabase)
  try {
    await migrate(env.DATABASE_URL, process.cwd())
  } catch (error) {
    // The cookie strategy serves without a database; the others answer 503 until it is back.
    console.error('The database could not be prepared:', (error as Error).message)
  }
}

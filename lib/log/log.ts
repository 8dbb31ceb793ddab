/** Writes one line of JSON to the standard output for each event. Whatever runs the server keeps them. */
import { env } from '../env'
import { type EventName, type EventOf, LEVELS, type LogLevel } from './events'

const RANK: Record<LogLevel | 'silent', number> = { debug: 20, info: 30, warn: 40, error: 50, silent: 99 }

export function log<Name extends EventName>(event: Name, fields: EventOf<Name>): void {
  const level = LEVELS[event]
  if (RANK[level] < RANK[env.LOG_LEVEL]) return
  process.stdout.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), event, ...(fields as object) })}\n`,
  )
}

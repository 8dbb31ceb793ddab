/** The database does not answer: seldom, because it concerns every request, and by SQLite's own code, never by its message. */
import { log } from './log'
import { seldom } from './seldom'

export function tellDatabaseTrouble(error: unknown): void {
  const reason = reasonOf(error)
  seldom(`database ${reason}`, (suppressed) => log('database_unavailable', { reason, suppressed }))
}

function reasonOf(error: unknown): string {
  const { message = '', code } = error as { message?: string; code?: string }
  if (code && /^(P\d{4}|E[A-Z]+)$/.test(code)) return code
  return /SQLITE_[A-Z_]+/.exec(message)?.[0] ?? (/gone|replaced/.test(message) ? 'FILE_GONE' : 'UNREACHABLE')
}

/** The database does not answer, or is not the one it should be: seldom, because it concerns every request, and by SQLite's own code, never by its message. */

import { seldom } from '@/lib/process/throttle'
import type { UnfitDatabase } from '@/prisma/examine'
import { log } from './log'

export function tellDatabaseTrouble(error: unknown): void {
  const unfit = unfitOf(error)
  if (unfit) tellUnfit(unfit)
  else tellUnavailable(reasonOf(error))
}

const tellUnfit = ({ because, names }: UnfitDatabase) =>
  seldom('database unfit', () => log('database_unfit', { because, names }))

const tellUnavailable = (reason: string) =>
  seldom(`database ${reason}`, (suppressed) => log('database_unavailable', { reason, suppressed }))

/** Itself, or what made the database unavailable. By name: the bundles of a server each have a class of their own. */
function unfitOf(error: unknown): UnfitDatabase | null {
  const { name, cause } = error as Error
  if (name === 'UnfitDatabase') return error as UnfitDatabase
  return cause instanceof Error ? unfitOf(cause) : null
}

function reasonOf(error: unknown): string {
  const { name, message = '', code } = error as { name?: string; message?: string; code?: string }
  if (name === 'SecretsUnavailable') return 'SECRETS_UNAVAILABLE'
  if (code && /^(P\d{4}|E[A-Z]+)$/.test(code)) return code
  return /SQLITE_[A-Z_]+/.exec(message)?.[0] ?? (/gone|replaced/.test(message) ? 'FILE_GONE' : 'UNREACHABLE')
}

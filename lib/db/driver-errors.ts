/** Trouble with the database as such has one name, whatever the driver calls it. */
import { primaryCode, UNAVAILABLE } from './sqlite-code'

/** The database cannot be used now: locked, read-only, full, damaged or gone. The reason is for the log. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

/** One sandbox has as many rows as it may (prisma/migrations/0003_caps). */
export class SandboxFull extends Error {
  override readonly name = 'SandboxFull'
}

/** A file that cannot be read, a folder in its place: the driver says so in no form of its own. */
export function opening<T>(open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw unavailable(error)
  }
}

export const unavailable = (error: unknown) =>
  error instanceof DatabaseUnavailable
    ? error
    : new DatabaseUnavailable((error as Error).message, { cause: error })

export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || UNAVAILABLE.includes(primaryCode(error))) return true
  const { name, message = '', code, syscall } = error as NodeJS.ErrnoException
  if (name === 'UnfitDatabase' || syscall !== undefined) return true
  // Not migrated, or by another version, as when a file was put there meanwhile; or a libSQL server that does not answer.
  return (
    /no such (table|column)|has no column named|fetch failed/.test(message) ||
    code === 'HRANA_WEBSOCKET_ERROR'
  )
}

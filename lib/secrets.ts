import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const memory = new Map<string, string[]>()

/**
 * Secrets that nobody gave: made at first need, kept in the data folder, readable by its owner alone.
 * One a line, the newest first; add a line on top to rotate.
 *
 * @throws when the folder cannot be written, or a line is shorter than 32 characters.
 */
export function keptSecrets(dataDir: string, name: string): string[] {
  const path = join(dataDir, name)
  const known = memory.get(path)
  if (known) return known
  const secrets = (read(path) ?? make(dataDir, path)).split('\n').filter(Boolean)
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32)) {
    throw new Error(`${path}: every line needs 32 characters or more. Delete the file to have it made anew.`)
  }
  memory.set(path, secrets)
  return secrets
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Linked into place: of two processes that start together one wins, and a crash leaves no half file. */
function make(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}

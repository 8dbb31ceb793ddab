import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { perProcess } from './once'
import { makeFolder, ownerOnly } from './owner-only'

/** One for all bundles: what was looked at when the server started is what the first request gets. */
const memory = () => perProcess('secrets', () => new Map<string, string[]>())

/** The data folder does not give them, or takes none: it may be there in a moment. */
export class SecretsUnavailable extends Error {
  override readonly name = 'SecretsUnavailable'
}

/**
 * Secrets that nobody gave: made at first need, kept in the data folder, readable by its owner alone.
 * One a line, the newest first; add a line on top to rotate.
 *
 * @throws SecretsUnavailable when they can be neither read nor made; an Error when a line is shorter than 32 characters.
 */
export function keptSecrets(dataDir: string, name: string): string[] {
  const path = join(dataDir, name)
  const known = memory().get(path)
  if (known) return known
  const secrets = text(dataDir, path).split(/\r?\n/).filter(Boolean)
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32)) {
    throw new Error(`${path}: every line needs 32 characters or more. Delete the file to have it made anew.`)
  }
  memory().set(path, secrets)
  return secrets
}

function text(dataDir: string, path: string): string {
  try {
    const found = read(path)
    if (found === null) return make(dataDir, path)
    ownerOnly(path)
    return found
  } catch (error) {
    throw new SecretsUnavailable(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Linked into place when it lies on the disk: of two processes that start together one wins, and neither a crash nor a power cut leaves half a file. */
function make(dataDir: string, path: string): string {
  makeFolder(dataDir)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  // Without the remark the build would take whatever has a dot in its name for a part of the program and copy it.
  const file = openSync(/* turbopackIgnore: true */ draft, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(file)
    ownerOnly(draft)
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(file)
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}

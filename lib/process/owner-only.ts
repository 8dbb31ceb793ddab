/** Files that only their owner may read, and their folder. Exact, where the umask can only take away. */
import { chmodSync, mkdirSync, statSync } from 'node:fs'

/** A folder that was there before stays as it is: it is somebody's own choice. */
export function makeFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (made !== undefined) chmodSync(path, 0o700)
}

/** Also for a file that came from elsewhere, such as a copy that was put back. One that is not ours to change stays as it is. */
export function ownerOnly(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || (found.mode & 0o777) === 0o600) return
  try {
    chmodSync(path, 0o600)
  } catch (error) {
    if (!['EPERM', 'EROFS', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

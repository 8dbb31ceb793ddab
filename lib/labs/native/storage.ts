/** Where an app of a run keeps what is to outlive it: a file of its own, for its owner alone, as long as the run goes on. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppStorage } from './app-storage'

export async function openAppStorage(): Promise<AppStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'native-app-'))
  const file = join(folder, 'cookies.json')
  return {
    async write(text) {
      await writeFile(file, text, { mode: 0o600 })
      await chmod(file, 0o600)
    },
    read: () => readFile(file, 'utf8').catch(() => null),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

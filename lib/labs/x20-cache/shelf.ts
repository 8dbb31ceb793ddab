/** Where a cache keeps the bodies of answers: in memory, or in files of an ordinary disk as a browser's does. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Shelf {
  /** @returns what gives it back */
  keep(text: string): Promise<() => Promise<string>>
  /** Octets that lie in files. */
  readonly onDisk: number
  clear(): Promise<void>
}

export const inMemory = (): Shelf => ({
  keep: async (text) => async () => text,
  onDisk: 0,
  clear: async () => {},
})

export async function inFiles(): Promise<Shelf> {
  const folder = await mkdtemp(join(/* turbopackIgnore: true */ tmpdir(), 'remember-me-'))
  let onDisk = 0
  return {
    get onDisk() {
      return onDisk
    },
    async keep(text) {
      const file = join(/* turbopackIgnore: true */ folder, randomUUID())
      await writeFile(/* turbopackIgnore: true */ file, text)
      onDisk += (await stat(/* turbopackIgnore: true */ file)).size
      return () => readFile(/* turbopackIgnore: true */ file, 'utf8')
    },
    clear: () => rm(/* turbopackIgnore: true */ folder, { recursive: true, force: true }),
  }
}

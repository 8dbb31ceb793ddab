/** The folders of runs, in the data folder. A run takes its own away; one whose server was killed is found at the next start. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/process/env'

/** Longer than any run: what another server on the same data is using is not touched. Milliseconds. */
const LONG_AGO = 10 * 60 * 1000

const home = () => join(/* turbopackIgnore: true */ env.DATA_DIR, 'clusters')

export async function makeRunFolder(): Promise<string> {
  await mkdir(home(), { recursive: true, mode: 0o700 })
  return mkdtemp(join(/* turbopackIgnore: true */ home(), 'run-'))
}

/** At the start. Where no other server may be on the same data, all of them are left over. */
export async function sweepRunFolders(now = Date.now()): Promise<void> {
  const names = await readdir(/* turbopackIgnore: true */ home()).catch(() => [])
  for (const name of names) {
    const folder = join(/* turbopackIgnore: true */ home(), name)
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: 0 }))
    if (env.SHARE_DATA_DIR && now - mtimeMs < LONG_AGO) continue
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

/** Once a run: a migrated database that every test file gets a copy of. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../prisma/migrate.ts'
import { addressOf } from '../process/database-url.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder that ends with the run; it holds template.db. */
    databaseFolder: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'remember-me-test-'))
  await migrate(addressOf(join(folder, 'template.db')), process.cwd())
  project.provide('databaseFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

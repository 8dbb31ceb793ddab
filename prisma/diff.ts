/**
 * Prints the SQL that the migrations still lack to reach schema.prisma; nothing when they agree.
 * A new migration: `node prisma/diff.ts > prisma/migrations/0002_name/migration.sql`, then read it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf } from '../lib/process/database-url.ts'
import { NO_FILTER, schemaFiles, withEngine } from './engine.ts'
import { migrate } from './migrate.ts'

/**
 * "" when the migrations and the schema agree.
 * Compared through a scratch database: the engine's own way (a shadow database) runs only the first
 * statement of a migration when it goes through a driver adapter.
 */
export async function missingSql(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'remember-me-diff-'))
  const url = addressOf(join(folder, 'scratch.db'))
  try {
    await migrate(url, root)
    const files = schemaFiles(root)
    const to = { tag: 'schemaDatamodel' as const, ...files }
    const { stdout } = await withEngine(url, root, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', ...files, configDir: root },
        to,
        script: true,
        exitCode: null,
        filters: NO_FILTER,
      }),
    )
    return stdout?.includes('empty migration') ? '' : (stdout ?? '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.stdout.write(await missingSql(process.cwd()))

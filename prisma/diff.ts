/**
 * Prints the SQL that the migrations still lack to reach schema.prisma; nothing when they agree.
 * A new migration: `node prisma/diff.ts > prisma/migrations/0002_name/migration.sql`, then read it.
 */
import { migrationList, NO_FILTER, openEngine, schemaFiles } from './engine.ts'

/** "" when the migrations and the schema agree. */
export async function missingSql(root: string): Promise<string> {
  const engine = await openEngine('file::memory:', root)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(root) },
      to: { tag: 'schemaDatamodel', ...schemaFiles(root) },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    return stdout?.includes('empty migration') ? '' : (stdout ?? '')
  } finally {
    engine.free()
  }
}

if (import.meta.main) process.stdout.write(await missingSql(process.cwd()))

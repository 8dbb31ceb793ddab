/**
 * Prisma's schema engine as WebAssembly, from npm: the same engine that `prisma migrate` would
 * fetch as a binary from elsewhere. It works through the same libSQL adapter as the app.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'

const PACKAGE = 'node_modules/@prisma/schema-engine-wasm'

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

/** One instance a process: the glue code holds a single one. */
let loaded: Promise<Glue> | null = null

async function load(root: string): Promise<Glue> {
  const glue: Glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(root, PACKAGE, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return glue
}

/**
 * Runs `work` with an engine on the database at `url`, and closes what it opened.
 * @param root the folder that holds `prisma/` and `node_modules/`
 */
export async function withEngine<T>(
  url: string,
  root: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load(root)
  const glue = await loaded
  const factory = new ClosingFactory({ url, timeout: 5000 })
  const engine = await glue.SchemaEngine.new(
    { datamodels: schemaFiles(root).files.map(({ path, content }): [string, string] => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await factory.close()
  }
}

/** The engine opens connections and does not close them. */
class ClosingFactory extends PrismaLibSql {
  readonly #open: SqlDriverAdapter[] = []

  override async connect(): Promise<SqlDriverAdapter> {
    const connection = await super.connect()
    this.#open.push(connection)
    return connection
  }

  async close(): Promise<void> {
    for (const connection of this.#open) await connection.dispose()
  }
}

export function schemaFiles(root: string): SchemasContainer {
  const path = join(root, 'prisma/schema.prisma')
  return { files: [{ path, content: readFileSync(path, 'utf8') }] }
}

export function migrationNames(root: string): string[] {
  const folder = join(root, 'prisma/migrations')
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort()
}

export function migrationList(root: string): MigrationList {
  const baseDir = join(root, 'prisma/migrations')
  const sql = (name: string) => readFileSync(join(baseDir, name, 'migration.sql'), 'utf8')
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(root).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql(name) } },
    })),
  }
}

export const NO_FILTER = { externalTables: [], externalEnums: [] }

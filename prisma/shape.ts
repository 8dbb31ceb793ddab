/** What a database is made of, by name: tables, their columns, indexes, triggers. Not what somebody has written into it. */
import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { Client, Migration, Reader } from './history.ts'

/** `table Cart`, `column Cart.lines`, `trigger Cart_cap` … */
export type Shape = ReadonlySet<string>

export async function shapeOf(reader: Reader): Promise<Shape> {
  const { rows } = await reader.execute(`
    SELECT type || ' ' || name AS part FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'
    UNION ALL
    SELECT 'column ' || whole.name || '.' || field.name FROM sqlite_master AS whole JOIN pragma_table_info(whole.name) AS field
    WHERE whole.type = 'table' AND whole.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND whole.name <> '_prisma_migrations'`)
  return new Set(rows.map(({ part }) => String(part)))
}

/** What these migrations make of an empty database, tried in memory. */
export const shapeAfter = (migrations: Migration[]): Promise<Shape> =>
  inMemory(async (client) => {
    for (const { sql } of migrations) await client.executeMultiple(sql)
    return shapeOf(client)
  })

export async function inMemory<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const config = { url: ':memory:' }
  const client = new PrismaLibSql(config).createClient(config)
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

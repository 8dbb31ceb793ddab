/**
 * A migration that was begun statement by statement and cut short, as the site did it before a migration was one transaction. How far it came
 * is told by what is there: the same statements are tried in memory, one after the other, until the two look alike. The rest is still to be done.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Migration, Reader } from './history.ts'
import { inMemory, type Shape, shapeOf } from './shape.ts'

/** The statements that complete it; null: what is there is nothing that it passes through. */
export async function restOf(
  reader: Reader,
  finished: Migration[],
  migration: Migration,
): Promise<string[] | null> {
  const statements = statementsOf(migration.sql)
  const stations = await stationsOf(finished, statements)
  const known = new Set(stations.flatMap((shape) => [...shape]))
  // Of what the operator has added it knows nothing.
  const found = new Set([...(await shapeOf(reader))].filter((name) => known.has(name)))
  const first = stations.findIndex((shape) => isDeepStrictEqual(shape, found))
  const last = stations.findLastIndex((shape) => isDeepStrictEqual(shape, found))
  if (first === -1 || stations.slice(first, last).some((shape) => !isDeepStrictEqual(shape, found)))
    return null
  return again(statements, first, last, stations[0]!)
}

/** What is there before the first statement, after it, after the second … */
const stationsOf = (finished: Migration[], statements: string[]): Promise<Shape[]> =>
  inMemory(async (client) => {
    for (const { sql } of finished) await client.executeMultiple(sql)
    const stations = [await shapeOf(client)]
    for (const statement of statements) {
      await client.executeMultiple(statement)
      stations.push(await shapeOf(client))
    }
    return stations
  })

/**
 * From `first` on. What lies before `last` leaves no trace in the shape, so that it may have been done or not: rows that were copied
 * into a table of this very migration are copied anew, and anything else nobody can decide.
 */
function again(statements: string[], first: number, last: number, before: Shape): string[] | null {
  const rest: string[] = []
  for (const [index, statement] of statements.entries()) {
    if (index < first) continue
    const table = /^INSERT INTO "(\w+)"/i.exec(statement)?.[1]
    const isNew = table !== undefined && !before.has(`table ${table}`)
    if (index < last && !isNew && !/^PRAGMA\b/i.test(statement)) return null
    if (index < last && isNew) rest.push(`DELETE FROM "${table}";`)
    rest.push(statement)
  }
  return rest
}

/** A statement ends with a semicolon at the end of a line, that of a trigger with END. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let open = ''
  for (const line of sql.split(/\r?\n/)) {
    if (open === '' && (line.trim() === '' || line.startsWith('--'))) continue
    open += `${line}\n`
    const end = /^CREATE TRIGGER\b/i.test(open) ? /\bEND;\s*$/i : /;\s*$/
    if (!end.test(line)) continue
    statements.push(open.trim())
    open = ''
  }
  return statements
}

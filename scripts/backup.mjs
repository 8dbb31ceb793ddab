// npm run backup -- copy.db: a copy of the database while the server runs. VACUUM INTO sees one moment, and waits for nobody.
// Plain Node 24 or later, no packages: it is in the container, too.
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const say = (text) => process.stdout.write(`${text}\n`)

/** @returns the number of rows of each table of the copy, which was opened and checked */
export function backUp(source, target) {
  const database = new DatabaseSync(source, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 10000')
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
  return checked(target)
}

/** @throws when the copy is damaged */
function checked(path) {
  const copy = new DatabaseSync(path, { readOnly: true })
  try {
    const problems = copy.prepare('PRAGMA integrity_check').all()
    if (problems[0]?.integrity_check !== 'ok')
      throw new Error(`The copy is damaged: ${JSON.stringify(problems)}`)
    const tables = copy
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
      .all()
    const rows = tables.map(({ name }) => [name, copy.prepare(`SELECT count(*) AS n FROM "${name}"`).get().n])
    return Object.fromEntries(rows)
  } finally {
    copy.close()
  }
}

function sourceFile({ DATABASE_URL, DATA_DIR = 'data' }) {
  if (!DATABASE_URL) return join(DATA_DIR, 'shop.db')
  return DATABASE_URL.startsWith('file:') ? decodeURIComponent(DATABASE_URL.slice('file:'.length)) : null
}

if (import.meta.main) {
  const [, , target] = process.argv
  const source = sourceFile(process.env)
  const wrong = !target
    ? 'Where to? npm run backup -- /path/to/copy.db'
    : !source
      ? 'DATABASE_URL is a server: back it up there.'
      : !existsSync(source)
        ? `${source} is not there. Set DATA_DIR.`
        : existsSync(target)
          ? `${target} is there already.`
          : null
  if (wrong) {
    process.stderr.write(`${wrong}\n`)
    process.exit(1)
  }
  const rows = backUp(source, target)
  say(`${resolve(target)}: ${statSync(target).size} octets, checked`)
  for (const [table, count] of Object.entries(rows)) say(`  ${String(count).padStart(8)}  ${table}`)
}

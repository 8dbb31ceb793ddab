/** The shared store that needs no server: one SQLite file, which each node opens. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ANY, type Records, type VersionRecord } from './records'
import { count } from './traffic'

/** Milliseconds for which a node waits while another one writes. */
const PATIENCE = 3000

export function fileRecords(folder: string): Records {
  const db = new DatabaseSync(join(folder, 'sessions.db'))
  db.exec(`PRAGMA busy_timeout = ${PATIENCE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`)
  db.exec(
    'CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL)',
  )
  const find = db.prepare('SELECT version, value FROM records WHERE key = ?')
  const insert = db.prepare(
    'INSERT INTO records (key, version, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const replace = db.prepare('INSERT OR REPLACE INTO records (key, version, value) VALUES (?, ?, ?)')
  const update = db.prepare('UPDATE records SET version = ?, value = ? WHERE key = ? AND version = ?')
  const drop = db.prepare('DELETE FROM records WHERE key = ?')
  const put = (key: string, version: number, text: string, expected: number) => {
    if (expected === ANY) return replace.run(key, version, text)
    return expected === 0 ? insert.run(key, version, text) : update.run(version, text, key, expected)
  }
  return {
    async find(key) {
      count({ reads: 1 })
      const row = find.get(key) as { version: number; value: string } | undefined
      return row ? { version: row.version, value: JSON.parse(row.value) as object } : null
    },
    async put(key, { version, value }: VersionRecord, expected) {
      const text = JSON.stringify(value)
      count({ stores: 1, bytes: Buffer.byteLength(key) + Buffer.byteLength(text) })
      return Number(put(key, version, text, expected).changes) === 1
    },
    async drop(key) {
      count({ stores: 1, bytes: Buffer.byteLength(key) })
      drop.run(key)
    },
  }
}

// Many session rows of other visitors, written past the server: what is measured is how one row is found among them.
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as breathe } from 'node:timers/promises'
import { numberOf } from '../copies.ts'

/** Below what customers may have of a sandbox (200; guests may have half of that), and a million of rows stay below 10 000 sandboxes. */
const PER_SANDBOX = 150
/** Sandboxes a transaction: the server has its own writes to make. */
const PER_TRANSACTION = 20
const CART = JSON.stringify({ apple: 1, pear: 2, plum: 3 })

/**
 * @param rows how many there shall be, those from earlier calls included
 * @param seconds after which it stops with fewer
 * @returns how many there are, and octets a row on the disk, with indexes and what the row of a sandbox adds
 */
export async function fillSessions(file: string, rows: number, seconds: number) {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF')
  const count = () => numberOf(database, 'SELECT count(*) FROM Session')
  const before = { rows: count(), octets: sizeOf(database, file) }
  const insert = inserts(database)
  const until = performance.now() + 1000 * seconds
  for (let have = before.rows; have < rows && performance.now() < until; await breathe())
    have += inTransaction(database, () => insert(rows - have))
  const now = count()
  const octets = (sizeOf(database, file) - before.octets) / (now - before.rows)
  database.close()
  return { rows: now, octets }
}

/** Returns a function that writes one transaction's worth, at most so many, and says how many. */
function inserts(database: DatabaseSync) {
  const at = new Date().toISOString().replace('Z', '+00:00')
  const later = new Date(Date.now() + 86_400_000).toISOString().replace('Z', '+00:00')
  const id = (bytes: number) => randomBytes(bytes).toString('base64url')
  const sandbox = database.prepare(
    'INSERT INTO Sandbox (id, ownerHash, createdAt, expiresAt) VALUES (?, ?, ?, ?)',
  )
  const session = database.prepare(
    "INSERT INTO Session (idHash, handle, sandboxId, userId, device, cart, createdAt, lastSeenAt, expiresAt) VALUES (?, ?, ?, ?, 'laptop', ?, ?, ?, ?)",
  )
  return (most: number) => {
    let done = 0
    for (let nth = 0; nth < PER_TRANSACTION && done < most; nth++) {
      const name = id(8)
      sandbox.run(name, id(32), at, later)
      for (let row = 0; row < PER_SANDBOX && done < most; row++, done++)
        session.run(id(32), id(16), name, id(8), CART, at, at, later)
    }
    return done
  }
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  const result = work()
  database.exec('COMMIT')
  return result
}

function sizeOf(database: DatabaseSync, file: string) {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return statSync(file).size
}

// Many session rows of other visitors, written past the server: what is measured is how one row is found among them.
import { randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

const PER_SANDBOX = 100
const CART = JSON.stringify({ apple: 1, pear: 2, plum: 3 })

export function fillSessions(file, rows) {
  const database = new DatabaseSync(file)
  const at = new Date().toISOString().replace('Z', '+00:00')
  const later = new Date(Date.now() + 86_400_000).toISOString().replace('Z', '+00:00')
  const id = (bytes) => randomBytes(bytes).toString('base64url')
  const sandbox = database.prepare(
    'INSERT INTO Sandbox (id, ownerHash, createdAt, expiresAt) VALUES (?, ?, ?, ?)',
  )
  const session = database.prepare(
    "INSERT INTO Session (idHash, handle, sandboxId, device, cart, createdAt, lastSeenAt, expiresAt) VALUES (?, ?, ?, 'laptop', ?, ?, ?, ?)",
  )
  database.exec('PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE')
  for (let nth = 0; nth < rows / PER_SANDBOX; nth++) {
    const name = id(8)
    sandbox.run(name, id(32), at, later)
    for (let row = 0; row < PER_SANDBOX; row++) session.run(id(32), id(16), name, CART, at, at, later)
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

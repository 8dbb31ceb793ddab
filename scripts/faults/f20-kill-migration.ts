import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { numberOf } from '../copies.ts'
import { root } from '../say.mjs'
import type { Fault } from './fault.ts'

/** Rows of each table in the database of an earlier version. */
const ROWS = 10_000

export default {
  id: 'F20',
  title: `kill -9 while it migrates: a new folder, and an update from the first migration with ${ROWS} visitors in it`,
  goal: 'comes up at the next start each time, unattended and within 5 s; every row still there, every migration recorded once and finished',
  async run({ quick }) {
    const kills = quick ? 4 : 40
    const work = mkdtempSync(join(tmpdir(), 'remember-me-migrate-'))
    try {
      const kinds = [new Kind(join(work, 'new'), null), new Kind(join(work, 'update'), await earlier(work))]
      for (const kind of kinds) await kind.measure()
      for (const kind of kinds) for (let nth = 0; nth < kills; nth++) await kind.kill()
      const wrong = kinds.reduce((sum, one) => sum + one.wrong, 0)
      const slowest = Math.max(...kinds.map((one) => one.slowest))
      const [fresh, update] = kinds.map((one) => one.inTheMidst)
      const note = `${fresh} and ${update} of them died in the midst of it; up after ${Math.round(slowest)} ms at most`
      return { tried: `${kills} × 2 kills`, lost: wrong, ok: wrong === 0 && slowest <= 5000, note }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  },
} satisfies Fault

class Kind {
  wrong = 0
  inTheMidst = 0
  slowest = 0
  #takes = 0
  #nth = 0
  readonly folder: string
  readonly base: string | null

  /** @param base the database that it begins with; null: none */
  constructor(folder: string, base: string | null) {
    this.folder = folder
    this.base = base
  }

  /** How long it takes undisturbed: the kills fall into that time, and a little after it. */
  async measure() {
    const from = performance.now()
    await migrate(this.#begin()).ended
    this.#takes = performance.now() - from
  }

  async kill() {
    const folder = this.#begin()
    const { child, ended } = migrate(folder)
    await sleep(Math.random() * 1.1 * this.#takes)
    child.kill('SIGKILL')
    if ((await ended) !== 0) this.inTheMidst++
    const from = performance.now()
    const code = await migrate(folder).ended
    this.slowest = Math.max(this.slowest, performance.now() - from)
    if (code !== 0 || !isWhole(join(folder, 'shop.db'), this.base ? ROWS : 0)) this.wrong++
    rmSync(folder, { recursive: true })
  }

  #begin() {
    const folder = join(this.folder, String(this.#nth++))
    mkdirSync(folder, { recursive: true })
    if (this.base) copyFileSync(this.base, join(folder, 'shop.db'))
    return folder
  }
}

function migrate(folder: string) {
  const child = spawn(process.execPath, [join(root, 'prisma/migrate.ts')], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder },
    stdio: process.env.SHOW ? 'inherit' : 'ignore',
  })
  return { child, ended: new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1))) }
}

/** A database that only the first migration has been applied to, with a crowd in it. */
async function earlier(work: string) {
  const { migrationsOf, recordOf, TABLE } = await import('../../prisma/history.ts')
  const first = migrationsOf(root)[0]!
  const path = join(work, 'earlier.db')
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA journal_mode = WAL; BEGIN; ${TABLE}
    ${first.sql}
    ${recordOf(first)}
    WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${ROWS})
      INSERT INTO Sandbox (id, ownerHash, createdAt, expiresAt) SELECT 's' || n, 'owner' || n, 0, 0 FROM nth;
    INSERT INTO Session (idHash, handle, sandboxId, device, cart, createdAt, lastSeenAt, expiresAt)
      SELECT 'hash' || id, 'handle' || id, id, 'laptop', '{"apple":1}', 0, 0, 0 FROM Sandbox;
    INSERT INTO Cart (sandboxId, subject, lines, updatedAt) SELECT id, 'mina', '{"pear":2}', 0 FROM Sandbox;
    COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`)
  database.close()
  return path
}

function isWhole(path: string, rows: number) {
  const database = new DatabaseSync(path)
  const one = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
  try {
    const count = (what: string) => numberOf(database, `SELECT count(${what}) FROM _prisma_migrations`)
    const [all, finished, names] = [count('*'), count('finished_at'), count('DISTINCT migration_name')]
    return (
      one('PRAGMA integrity_check') === 'ok' &&
      database.prepare('PRAGMA foreign_key_check').all().length === 0 &&
      all > 1 &&
      all === finished &&
      all === names &&
      ['Sandbox', 'Session', 'Cart'].every((table) => one(`SELECT count(*) FROM ${table}`) === rows) &&
      one(`SELECT count(*) FROM Session WHERE cart = '{"apple":1}' AND customer IS NULL`) === rows
    )
  } finally {
    database.close()
  }
}

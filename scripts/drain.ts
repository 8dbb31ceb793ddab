// npm run drain: a cell takes no new sandboxes from now on; those that there are live out their day. Plain Node 24 or later, no packages.
// npm run drain -- --in 10m: all of them end in ten minutes (s, m, h), and open pages are told at once. --now. --undo. --state says how far it is.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile, numberOf, refuse, say } from './copies.ts'

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600 }

/** When all sandboxes end, in milliseconds since the epoch; null: each by itself; undefined: these words say nothing of it. */
export function endIn(words: readonly string[], now = Date.now()): number | null | undefined {
  const [first, amount] = words
  if (first === undefined) return null
  if (first === '--now' && words.length === 1) return now
  const [, digits, unit] = /^(\d{1,4})([smh])$/.exec(amount ?? '') ?? []
  return first === '--in' && unit && words.length === 2
    ? now + Number(digits) * SECONDS[unit]! * 1000
    : undefined
}

/** As lib/sandbox/world/drain.ts reads it. Whole at once: the server looks every second. */
export function tellDrain(folder: string, end: number | null) {
  const path = join(folder, 'draining')
  writeFileSync(`${path}.new`, end === null ? '' : `${new Date(end).toISOString()}\n`)
  renameSync(`${path}.new`, path)
}

function stateOf(folder: string) {
  const path = join(folder, 'draining')
  if (!existsSync(path)) return say('It takes new sandboxes.')
  const end = readFileSync(path, 'utf8').trim()
  say(`It takes no new sandboxes. ${end ? `All end at ${end}.` : 'Each lives out its day.'}`)
  const file = databaseFile(process.env)
  if (!file || !existsSync(file)) return
  const database = new DatabaseSync(file, { readOnly: true })
  const now = new Date().toISOString()
  const alive = `FROM Sandbox WHERE roomOf IS NULL AND expiresAt > ?`
  const left = numberOf(database, `SELECT count(*) ${alive}`, now)
  const last = database.prepare(`SELECT max(expiresAt) AS last ${alive}`).get(now)?.last
  database.close()
  say(left === 0 ? 'Nobody is left: stop it.' : `${left} are left; the last one ends at ${last}.`)
}

if (import.meta.main) {
  const folder = process.env.DATA_DIR || 'data'
  const words = process.argv.slice(2)
  if (!existsSync(folder)) refuse(`${folder} is not there. Set DATA_DIR.`)
  if (words[0] === '--undo') rmSync(join(folder, 'draining'), { force: true })
  else if (words[0] !== '--state') {
    const end = endIn(words)
    if (end === undefined) refuse('npm run drain -- [--in 10m | --now | --undo | --state]')
    tellDrain(folder, end)
  }
  stateOf(folder)
}

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { numberOf } from '../copies.ts'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage } from './stage.ts'

/** What everybody writes when they come, and what one visitor alone has. */
const TABLES = ['User', 'Session', 'RefreshFamily', 'Cart']

export default {
  id: 'F22',
  title: `one page of the database is overwritten under the server: the first one of ${TABLES.join(', ')}`,
  goal: 'who needs it gets 503; from then on health says 503, until the page is whole, and then 200; the cookie lane serves',
  async run({ quick }) {
    const wrong = []
    const tables = quick ? TABLES.slice(0, 2) : TABLES
    for (const table of tables)
      for (const what of await onStage((stage) => damaged(stage, table))) wrong.push(`${table}: ${what}`)
    return {
      tried: `${tables.length} pages`,
      lost: wrong.length,
      ok: wrong.length === 0,
      note: wrong.join('; '),
    }
  },
} satisfies Fault

async function damaged(stage: Stage, table: string) {
  const { wrong, must } = promises()
  await stage.start()
  const [session, jwt, cookie] = [
    await stage.guest('session'),
    await stage.guest('jwt'),
    await stage.guest('cookie'),
  ]
  const all = async () => [
    await visited(stage),
    (await session.add('pear')).status,
    (await jwt.add('pear')).status,
    (await jwt.post('refresh')).status,
  ]
  const repair = await overwritten(stage, table)
  must('health 200 before anybody has met it', (await stage.health()) === 200)
  const answers = await all()
  must(`somebody is refused (${answers.join(' ')})`, answers.includes(503))
  must(
    'nothing but 503',
    answers.every((status) => [200, 201, 503].includes(status)),
  )
  for (let nth = 0; nth < 3; nth++) must('health 503', (await stage.health()) === 503)
  must('cookie lane serves', (await cookie.add('pear')).status === 200)
  repair()
  must('health 200 again', await wellSoon(stage))
  const after = await all()
  must(`all are served again (${after.join(' ')})`, after.join() === '201,200,200,200')
  return wrong
}

async function wellSoon(stage: Stage) {
  for (const until = performance.now() + 5000; performance.now() < until; await sleep(50))
    if ((await stage.health()) === 200) return true
  return false
}

const visited = async ({ origin }: Stage) =>
  (await fetch(`${origin}/api/sandbox`, { method: 'POST', headers: { Origin: origin } })).status

/** The pages lie in the file, and not in the memory of the server: another writer has been there. Returns how to undo it. */
async function overwritten(stage: Stage, table: string) {
  const other = stage.open()
  other.exec('PRAGMA busy_timeout = 5000')
  const rootPage = numberOf(other, 'SELECT rootpage FROM sqlite_master WHERE name = ?', table)
  const size = numberOf(other, 'PRAGMA page_size')
  other.exec(
    'PRAGMA wal_checkpoint(TRUNCATE); CREATE TABLE another_writer (x); DROP TABLE another_writer; PRAGMA wal_checkpoint(TRUNCATE)',
  )
  const at = (rootPage - 1) * size
  const page = readFileSync(stage.file).subarray(at, at + size)
  write(stage.file, at, Buffer.alloc(size, 0xff))
  return () => {
    write(stage.file, at, page)
    other.exec('CREATE TABLE another_writer (x); DROP TABLE another_writer')
    other.close()
  }
}

function write(path: string, at: number, octets: Buffer) {
  const file = openSync(path, 'r+')
  writeSync(file, octets, 0, octets.length, at)
  closeSync(file)
}

import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../prepare.ts'
import { run } from '../say.mjs'
import { freePort, RESTART, serve } from '../serve.ts'
import { ask } from '../visitors.ts'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage } from './stage.ts'

/** Seconds until a server has noticed that all is well again. */
const SOON = 15

/** What is done to a good data folder before the server starts, how it is undone while it runs, and what health says meanwhile. */
interface Case {
  says: { recovery: string; because?: string }
  sql?: string
  undo?: string
  do?(stage: Stage): void
  back?(stage: Stage): void
}

const CASES: Record<string, Case> = {
  'a newer version’s': {
    sql: "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('0', '0', '0099_future', 0)",
    undo: "DELETE FROM _prisma_migrations WHERE migration_name = '0099_future'",
    says: { recovery: 'operator', because: 'newer' },
  },
  'a migration changed': {
    sql: "UPDATE _prisma_migrations SET checksum = 'x' || checksum WHERE migration_name = '0002_dials'",
    undo: "UPDATE _prisma_migrations SET checksum = substr(checksum, 2) WHERE migration_name = '0002_dials'",
    says: { recovery: 'operator', because: 'changed' },
  },
  'a column renamed': {
    sql: 'ALTER TABLE Sandbox RENAME COLUMN settings TO dials',
    undo: 'ALTER TABLE Sandbox RENAME COLUMN dials TO settings',
    says: { recovery: 'operator', because: 'incomplete' },
  },
  'a table gone': {
    sql: 'ALTER TABLE Cart RENAME TO Basket',
    undo: 'ALTER TABLE Basket RENAME TO Cart',
    says: { recovery: 'operator', because: 'incomplete' },
  },
  'another program’s': {
    sql: 'ALTER TABLE _prisma_migrations RENAME TO theirs',
    undo: 'ALTER TABLE theirs RENAME TO _prisma_migrations',
    says: { recovery: 'operator', because: 'foreign' },
  },
  'no database at all': {
    do: ({ file }) => away(file, () => writeFileSync(file, randomBytes(64 * 1024))),
    back: ({ file }) => fromAway(file, () => rmSync(file)),
    says: { recovery: 'retry' },
  },
  'a folder in its place': {
    do: ({ file }) => away(file, () => mkdirSync(file)),
    back: ({ file }) => fromAway(file, () => rmdirSync(file)),
    says: { recovery: 'retry' },
  },
  'a file for the data folder': {
    do: ({ folder }) => away(folder, () => writeFileSync(folder, '')),
    back: ({ folder }) => fromAway(folder, () => rmSync(folder)),
    says: { recovery: 'retry' },
  },
  'no secrets to be had': {
    do: ({ folder }) => mkdirSync(join(folder, 'session-passwords')),
    back: ({ folder }) => rmdirSync(join(folder, 'session-passwords')),
    says: { recovery: 'retry' },
  },
  'no right to write': {
    do: ({ folder, file }) => rights(folder, 0o500, file, 0o400),
    back: ({ folder, file }) => rights(folder, 0o700, file, 0o600),
    says: { recovery: 'restart' },
  },
}

export default {
  id: 'F21',
  title: `the server starts on what is not its database: ${Object.keys(CASES).join(', ')}; and on an empty file`,
  goal: 'health says what is the case; 503 database_unavailable wherever rows are needed, never a bare 500; the file is not touched; well again by itself, or ends to be started again. An empty file becomes a database',
  async run() {
    const wrong = []
    for (const [name, one] of Object.entries(CASES))
      for (const what of await onStage((stage) => tried(stage, one))) wrong.push(`${name}: ${what}`)
    const empty = await onStage(emptyFile)
    if (!empty) wrong.push('an empty file: not as promised')
    const count = Object.keys(CASES).length + 1
    return { tried: `${count} starts`, lost: wrong.length, ok: wrong.length === 0, note: wrong.join('; ') }
  },
} satisfies Fault

async function tried(stage: Stage, { sql = '', undo = '', says, ...own }: Case) {
  await migrate(stage.env)
  await (own.do ?? (({ file }) => execute(file, sql)))(stage)
  const before = content(stage.file)
  const { wrong, must } = promises()
  stage.port = await freePort()
  stage.origin = `http://localhost:${stage.port}`
  const under = says.recovery === 'restart' ? await asOrdinary() : []
  stage.server = await serve({ port: stage.port, env: stage.env, output: false, under })
  must('health', differsNot(await health(stage), { status: 'degraded', database: false, ...says }))
  must('refused cleanly', await refusedCleanly(stage))
  must('a page', (await fetch(stage.origin)).status === 200)
  must('not touched', content(stage.file) === before)
  await (own.back ?? (({ file }) => execute(file, undo)))(stage)
  if (says.recovery === 'restart') {
    must(
      'ends to be started again',
      (await Promise.race([stage.server.ended, sleep(1000 * SOON)])) === RESTART,
    )
    stage.server = await serve({ port: stage.port, env: stage.env, output: false, under })
  }
  must('well again', await wellSoon(stage))
  return wrong
}

async function wellSoon(stage: Stage) {
  for (const until = performance.now() + 1000 * SOON; performance.now() < until; await sleep(100))
    if ((await stage.health()) === 200) return (await visit(stage)).status === 201
  return false
}

const health = async ({ origin }: Stage) => (await ask('GET', `${origin}/api/health`)).body

const visit = ({ origin }: Stage) => ask('POST', `${origin}/api/sandbox`, { headers: { Origin: origin } })

async function refusedCleanly(stage: Stage) {
  const { status, headers, body } = await visit(stage)
  return status === 503 && headers.has('Retry-After') && body?.code === 'database_unavailable'
}

async function emptyFile(stage: Stage) {
  mkdirSync(stage.folder)
  writeFileSync(stage.file, '')
  await stage.start()
  return (await stage.health()) === 200 && (await visit(stage)).status === 201
}

/** As somebody whom permissions concern: the superuser is stripped of what passes over them. */
async function asOrdinary() {
  if (process.getuid?.() !== 0) return []
  const under = [
    'setpriv',
    '--bounding-set',
    '-dac_override,-dac_read_search',
    '--inh-caps',
    '-dac_override,-dac_read_search',
  ]
  const { code } = await run('setpriv', [...under.slice(1), 'true'])
  if (code !== 0) throw new Error('setpriv is not there')
  return under
}

function execute(file: string, sql: string) {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA busy_timeout = 5000; ${sql}`)
  database.close()
}

/** null: there is no such file. */
function content(path: string) {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}

function away(path: string, put: () => void) {
  renameSync(path, `${path}.away`)
  put()
}

/** What has grown beside it meanwhile belongs to the other one. */
function fromAway(path: string, take: () => void) {
  take()
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  renameSync(`${path}.away`, path)
}

function rights(folder: string, ofFolder: number, file: string, ofFile: number) {
  if (existsSync(file)) chmodSync(file, ofFile)
  chmodSync(folder, ofFolder)
}

const differsNot = (found: unknown, wanted: unknown) => JSON.stringify(found) === JSON.stringify(wanted)

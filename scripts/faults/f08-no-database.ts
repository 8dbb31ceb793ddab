import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../say.mjs'
import { RESTART } from '../serve.ts'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage } from './stage.ts'
import { Writer } from './writers.ts'

const FILES = ['shop.db', 'shop.db-wal', 'shop.db-shm']

export default {
  id: 'F8',
  title: 'database read-only, full, gone, garbage',
  goal: 'cookie lane serves; the others 503 without a word of why; health says so; recovers by itself or ends to be started again, nothing lost',
  async run({ quick }) {
    const each = quick ? 2 : 10
    const folder = await smallDisk()
    try {
      const { lost, notes } = await onStage(
        (stage) => allOf(stage, each, folder !== null),
        {},
        folder ?? undefined,
      )
      const note = folder
        ? notes.join(', ')
        : `${notes.join(', ')}; full and read-only need a mount, which was not allowed`
      return { tried: `${each} each`, lost, ok: lost === 0, note }
    } finally {
      if (folder) await run('umount', [folder])
      if (folder) rmSync(folder, { recursive: true, force: true })
    }
  },
} satisfies Fault

/** A file system of 4 MiB, where this user may mount one; null where not. */
async function smallDisk() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'remember-me-disk-'))
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder])
  if (code !== 0) rmSync(folder, { recursive: true })
  return code === 0 ? folder : null
}

/** Does it to a stage that runs. Returns what undoes it. */
type Damage = (stage: Stage) => Undo | Promise<Undo>
type Undo = () => unknown

async function allOf(stage: Stage, each: number, hasDisk: boolean) {
  await stage.start()
  const cookie = new Writer(await stage.guest('cookie'))
  const writers = [new Writer(await stage.guest('session')), new Writer(await stage.guest('jwt'))]
  const faults: Record<string, Damage> = { gone, garbage, ...(hasDisk && { full, 'read-only': readOnly }) }
  const notes = []
  let lost = 0
  for (const [name, fault] of Object.entries(faults)) {
    const wrong = []
    for (let nth = 0; nth < each; nth++) wrong.push(...(await once(stage, cookie, writers, fault)))
    notes.push(`${name}: ${wrong.length === 0 ? 'as promised' : `not ${[...new Set(wrong)].join(', not ')}`}`)
    lost += wrong.length
  }
  for (const writer of writers) lost += await writer.losses()
  return { lost, notes }
}

/** Returns what was not as promised. */
async function once(stage: Stage, cookie: Writer, writers: Writer[], fault: Damage) {
  const restore = await fault(stage)
  const { wrong, must } = promises()
  try {
    for (const writer of writers) must('refused cleanly', await refusedCleanly(writer))
    must('cookie lane serves', await serves(cookie))
    must('health 503', (await stage.health()) === 503)
  } finally {
    await restore()
  }
  for (const writer of writers) must('writes again', await servesSoon(writer))
  must('health 200', (await stage.health()) === 200)
  return wrong
}

async function refusedCleanly(writer: Writer) {
  // What still fits may still be written.
  for (let tries = 0; tries < 2000; tries++) {
    await writer.once()
    if (writer.last?.status !== 200) break
  }
  if (!writer.last) return false
  const { status, headers, body } = writer.last
  return (
    status === 503 &&
    headers.has('Retry-After') &&
    body?.code === 'database_unavailable' &&
    !/sqlite|prisma|\.ts/i.test(JSON.stringify(body))
  )
}

async function serves(writer: Writer) {
  await writer.once()
  return writer.last?.status === 200
}

async function servesSoon(writer: Writer) {
  for (let tries = 0; tries < 100; tries++) if (await serves(writer)) return true
  return false
}

function gone({ folder }: Stage) {
  const there = FILES.filter((name) => existsSync(join(folder, name)))
  for (const name of there) renameSync(join(folder, name), join(folder, `${name}.away`))
  return () => {
    for (const name of there) renameSync(join(folder, `${name}.away`), join(folder, name))
  }
}

function garbage(stage: Stage) {
  const putBack = gone(stage)
  writeFileSync(stage.file, randomBytes(64 * 1024))
  return () => {
    for (const name of FILES) rmSync(join(stage.folder, name), { force: true })
    putBack()
  }
}

async function full({ folder }: Stage) {
  const ballast = join(folder, 'ballast')
  for (let size = 4 * 1024 * 1024; size >= 1024; size /= 2)
    for (let nth = 0; fill(`${ballast}-${size}-${nth}`, size); nth++);
  return () => run('sh', ['-c', `rm -f ${ballast}-*`])
}

function fill(path: string, size: number) {
  try {
    writeFileSync(path, Buffer.alloc(size))
    return true
  } catch {
    rmSync(path, { force: true })
    return false
  }
}

/** Only while nobody has a file open for writing can a file system be made read-only: the server starts on it, and ends when it can be started well. */
async function readOnly(stage: Stage) {
  await stage.stop()
  const remount = (how: string) => run('mount', ['-o', `remount,${how}`, stage.folder])
  await remount('ro')
  await stage.start()
  const asked = await (await fetch(`${stage.origin}/api/health`)).json()
  return async () => {
    await remount('rw')
    const code = await Promise.race([stage.server.ended, sleep(15_000, 'none')])
    if (code !== RESTART || asked.recovery !== 'restart')
      throw new Error(`health said ${asked.recovery}, exit code ${code}`)
    await stage.start()
  }
}

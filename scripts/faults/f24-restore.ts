import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { root, run } from '../say.mjs'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage, times } from './stage.ts'
import { Writer, whileWriting } from './writers.ts'

/** Tries of each restore that are killed on the way. */
const KILLED = 5

export default {
  id: 'F24',
  title:
    'a backup that was made under load is restored, after SIGTERM and after kill -9, by the documented commands; the first tries are killed, too',
  goal: 'refused while the server runs; then every add acknowledged before the copy began is there, none that was never sent, old visitors shop on, and what was there is kept whole',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const rounds = quick ? 1 : 3
      await stage.start()
      const wrong: string[] = []
      let adds = 0
      for (let nth = 0; nth < rounds; nth++)
        for (const end of ['stop', 'kill'] as const) {
          const round = await backAndForth(stage, end, join(stage.folder, `${end}-${nth}.db`))
          wrong.push(...round.wrong.map((what) => `${end}: ${what}`))
          adds += round.adds
        }
      const note = [`${adds} adds in all`, ...new Set(wrong)].join('; ')
      return { tried: `${2 * rounds} restores`, lost: wrong.length, ok: wrong.length === 0, note }
    }),
} satisfies Fault

async function backAndForth(stage: Stage, end: 'stop' | 'kill', copy: string) {
  const { wrong, must } = promises()
  const writers = await times(8, async (nth) => new Writer(await stage.guest(nth % 2 ? 'jwt' : 'session')))
  const owner = await stage.owner()
  const signedIn = await stage.signedIn('jwt', owner)
  const counts: Record<'before' | 'after', number[]> = { before: [], after: [] }
  await whileWriting(writers, async () => {
    await sleep(500)
    counts.before = writers.map(({ acknowledged }) => acknowledged)
    must('backup', (await script('backup', stage, copy)).code === 0)
    counts.after = writers.map(({ acknowledged, unknown }) => acknowledged + unknown)
    must('refreshes', (await signedIn.post('refresh')).status === 200)
    await sleep(500)
    must('refused while it runs', (await script('restore', stage, copy)).output.includes('Stop it'))
    await stage[end]()
  })
  for (let nth = 0; nth < KILLED; nth++) must('whole after a kill', await isWholeAfterKill(stage, copy))
  must('restored', (await script('restore', stage, copy)).code === 0)
  must(
    'the owner’s alone',
    [copy, stage.file].every((path) => (statSync(path).mode & 0o777) === 0o600),
  )
  must('what was there is kept', await isKept(stage, writers))
  await stage.start()
  must('well', (await stage.health()) === 200)
  for (const [nth, writer] of writers.entries()) {
    const there = await writer.there()
    // One more may have been on its way to each when the copy was made.
    must('as of the copy', there >= counts.before[nth]! && there <= counts.after[nth]! + 1)
    must('shops on', (await writer.client.add('pear')).status === 200)
  }
  // The copy does not know the token that came after it.
  must('a clean 401 after a refresh', (await signedIn.post('refresh')).status === 401)
  must('signs in again', (await signedIn.signIn(owner.users[0]!)).status === 200)
  must('a new visitor', (await stage.guest('session')) !== null)
  return { wrong, adds: writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0) }
}

const script = (name: string, { env }: Stage, copy: string) =>
  run(process.execPath, [join(root, `scripts/${name}.ts`), copy], { env })

/** Node alone takes a good part of the time. */
async function isWholeAfterKill({ env, file, open }: Stage, copy: string) {
  const child = spawn(process.execPath, [join(root, 'scripts/restore.ts'), copy], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await Promise.race([ended, sleep(50 + Math.random() * 200)])
  child.kill('SIGKILL')
  await ended
  return isSound(open(file))
}

function isSound(database: DatabaseSync) {
  const found = database.prepare('PRAGMA integrity_check').get()
  database.close()
  return found?.integrity_check === 'ok'
}

/** In one of those that were set aside is all that was ever acknowledged. */
async function isKept(stage: Stage, writers: Writer[]) {
  const kept = readdirSync(stage.folder).filter((name) => /\.before-.*Z$/.test(name))
  return kept.some((name) => hasAll(stage.open(join(stage.folder, name)), writers))
}

function hasAll(database: DatabaseSync, writers: Writer[]) {
  const carts = database
    .prepare('SELECT sandboxId, cart AS lines FROM Session UNION ALL SELECT sandboxId, lines FROM Cart')
    .all()
  const there = ({ client }: Writer) => {
    const own = carts.filter(({ sandboxId }) => sandboxId === client.path.split('/')[3])
    return (
      own
        .flatMap(({ lines }) => Object.values<number>(JSON.parse(String(lines))))
        .reduce((sum, n) => sum + n, 0) - 1
    )
  }
  return isSound(database) && writers.every((writer: Writer) => there(writer) >= writer.acknowledged)
}

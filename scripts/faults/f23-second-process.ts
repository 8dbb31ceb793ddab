import { join } from 'node:path'
import { migrate } from '../prepare.ts'
import { root, run, Stop } from '../say.mjs'
import { freePort, serve } from '../serve.ts'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage } from './stage.ts'
import { Writer, whileWriting } from './writers.ts'

export default {
  id: 'F23',
  title: 'a second server on the same data folder; the first one killed -9, the second started in its place',
  goal: 'the second ends by itself and says why, the first notices nothing; no lock is left behind: up within 10 s of each kill. With SHARE_DATA_DIR=1 both run',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const kills = quick ? 3 : 20
      const { wrong, must } = promises()
      await stage.start()
      const writer = new Writer(await stage.guest('session'))
      await whileWriting([writer], async () => {
        must('refused', await isRefused(stage))
        must('migrating refused', await isToldBy(['prisma/migrate.ts'], stage))
        must('npm run demo refused', await isToldBy(['scripts/run.mjs', 'demo'], stage))
        must('the first goes on', (await stage.health()) === 200)
      })
      must('nothing lost', (await writer.losses()) === 0 && writer.unknown === 0)
      let slowest = 0
      for (let nth = 0; nth < kills; nth++) {
        await stage.kill()
        slowest = Math.max(slowest, await stage.start())
        must('well after a kill', (await stage.health()) === 200)
      }
      must('refused after the kills', await isRefused(stage))
      must('shared', await isShared(stage))
      const note = [`up after ${Math.round(slowest)} ms at most`, ...wrong].join('; ')
      return {
        tried: `${kills} kills`,
        lost: wrong.length,
        ok: wrong.length === 0 && slowest <= 10_000,
        note,
      }
    }),
} satisfies Fault

/** It waits for a while, because one that is ending may hold the folder a little longer. */
async function isRefused({ env }: Stage) {
  try {
    const server = await serve({ port: await freePort(), env: { ...env, LOG_LEVEL: 'error' }, output: false })
    server.kill()
    return false
  } catch (error) {
    return error instanceof Stop && error.message.includes('"event":"start_refused","because":"held"')
  }
}

/** Before it has touched anything: a build would replace what the first one runs on. */
async function isToldBy([script, ...words]: [string, ...string[]], { env }: Stage) {
  const { code, output } = await run(process.execPath, [join(root, script), ...words], {
    env: { ...env, PORT: String(await freePort()) },
  })
  return code === 1 && output.includes('Another process runs on') && output.includes('DATA_DIR=')
}

async function isShared({ env }: Stage) {
  const both = { ...env, SHARE_DATA_DIR: '1' }
  await migrate(both)
  const port = await freePort()
  const server = await serve({ port, env: both, output: false })
  const { status } = await fetch(`http://localhost:${port}/api/health`)
  server.stop()
  return status === 200 && (await server.ended) === 0
}

import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { distDir } from '../prepare.ts'
import { root, run } from '../say.mjs'
import { serve } from '../serve.ts'
import type { Owner } from '../visitors.ts'
import { type Fault, promises } from './fault.ts'
import { onStage, type Stage, times } from './stage.ts'
import { sumOf, Writer, whileWriting } from './writers.ts'

const MIGRATION = 'CREATE TABLE "Next" ("id" TEXT NOT NULL PRIMARY KEY);\n'

export default {
  id: 'F25',
  title: 'an update with a migration under writers and open panels, and the way back',
  goal: 'nothing acknowledged lost, panels are told to begin anew, the new build up within 10 s; the old build on the new database says so and changes nothing; with the copy from before it is as it was',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const rounds = quick ? 1 : 3
      await stage.start()
      const next = nextBuild(stage)
      const wrong: string[] = []
      const gaps: number[] = []
      for (let nth = 0; nth < rounds; nth++) {
        const round = await thereAndBack(stage, next, join(stage.folder, `before-${nth}.db`))
        wrong.push(...round.wrong)
        gaps.push(round.gap)
      }
      const slowest = Math.max(...gaps)
      const note = [`${Math.round(slowest)} ms without a server at most`, ...new Set(wrong)].join('; ')
      const ok = wrong.length === 0 && slowest <= 10_000
      return { tried: `${rounds} updates, ${rounds} ways back`, lost: wrong.length, ok, note }
    }),
} satisfies Fault

/** The same build with one migration more. */
function nextBuild({ folder }: Stage) {
  const next = join(folder, 'next-build')
  cpSync(resolve(root, distDir, 'standalone'), next, { recursive: true })
  mkdirSync(join(next, 'prisma/migrations/9999_next'))
  writeFileSync(join(next, 'prisma/migrations/9999_next/migration.sql'), MIGRATION)
  return join(next, 'server.js')
}

async function thereAndBack(stage: Stage, next: string, copy: string) {
  const { wrong, must } = promises()
  const writers = await times(6, async (nth) => new Writer(await stage.guest(nth % 2 ? 'jwt' : 'session')))
  const owners = await times(3, () => stage.owner())
  const panels = await times(3, (nth) => panel(stage, owners[nth]!))
  let gap = 0
  let before: number[] = []
  await whileWriting(writers, async () => {
    await sleep(300)
    before = writers.map(({ acknowledged }) => acknowledged)
    must('backup', (await script('backup', stage, copy)).code === 0)
    const from = performance.now()
    must('exit code', (await stage.stop()) === 0)
    stage.server = await serve({ port: stage.port, env: stage.env, output: false, script: next })
    must('the new build is well', (await stage.health()) === 200)
    gap = performance.now() - from
    await sleep(300)
  })
  must('nothing lost', (await sumOf(writers.map((writer) => writer.losses()))) === 0)
  for (const [nth, { ended, last }] of panels.entries()) {
    must('a panel ends', await ended)
    must('a panel begins anew', await isReset(stage, owners[nth]!, last()))
  }
  await stage.stop()
  must('the old build says so', await saysNewer(stage))
  must('restored', (await script('restore', stage, copy)).code === 0)
  await stage.start()
  must('the old build is well', (await stage.health()) === 200)
  for (const [nth, writer] of writers.entries())
    must('as of the copy', (await writer.there()) >= before[nth]!)
  return { wrong, gap }
}

const script = (name: string, { env }: Stage, copy: string) =>
  run(process.execPath, [join(root, `scripts/${name}.ts`), copy], { env })

async function saysNewer(stage: Stage) {
  stage.server = await serve({ port: stage.port, env: stage.env, output: false })
  const answer = await fetch(`${stage.origin}/api/health`)
  const { because } = await answer.json()
  await stage.stop()
  return answer.status === 503 && because === 'newer'
}

/** An open event stream; `last` is the id that a browser would give when it comes again. */
async function panel({ origin }: Stage, { headers, turn }: Owner) {
  const answer = await fetch(`${origin}/api/sandbox/events`, { headers })
  let text = ''
  const ended = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) text += chunk
    return true
  })().catch(() => false)
  // Something to have seen.
  await turn({ jwt: { grace: 5 } })
  return { ended, last: () => [...text.matchAll(/^id: ?(.+)$/gm)].at(-1)?.[1] }
}

async function isReset({ origin }: Stage, { headers }: Owner, last: string | undefined) {
  if (!last) return false
  const leave = new AbortController()
  const answer = await fetch(`${origin}/api/sandbox/events`, {
    headers: { ...headers, 'Last-Event-ID': last },
    signal: AbortSignal.any([leave.signal, AbortSignal.timeout(5000)]),
  })
  try {
    let text = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (/^event: reset/m.test(text)) return true
    }
    return false
  } catch {
    return false
  } finally {
    leave.abort()
  }
}

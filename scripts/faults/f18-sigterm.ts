import { setTimeout as sleep } from 'node:timers/promises'
import type { Owner } from '../visitors.ts'
import type { Fault } from './fault.ts'
import { onStage, type Stage, times } from './stage.ts'
import { Writer, whileWriting } from './writers.ts'

export default {
  id: 'F18',
  title: 'SIGTERM under load, panels open',
  goal: 'requests under way are answered, streams end, exit code 0 within 5 s, nothing lost',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const runs = quick ? 4 : 50
      await stage.start()
      const owners = await times(6, () => stage.owner())
      let wrong = 0
      let slowest = 0
      for (let nth = 0; nth < runs; nth++) {
        const { code, took, open } = await once(stage, owners, nth)
        if (code !== 0 || took > 5000 || open > 0) wrong++
        slowest = Math.max(slowest, took)
        await stage.start()
      }
      return {
        tried: `${runs} ends`,
        lost: wrong,
        ok: wrong === 0,
        note: `${Math.round(slowest)} ms at most`,
      }
    }),
} satisfies Fault

async function once(stage: Stage, owners: Owner[], nth: number) {
  const streams = await Promise.all(
    owners.map(({ headers }: Owner) => fetch(`${stage.origin}/api/sandbox/events`, { headers })),
  )
  const ended = streams.map((stream) =>
    stream.text().then(
      () => 'ended',
      () => 'broken',
    ),
  )
  const writers = await times(
    4,
    async (index) => new Writer(await stage.guest(index % 2 ? 'jwt' : 'session')),
  )
  const outcome = { code: 1, took: Number.POSITIVE_INFINITY, open: 0 }
  await whileWriting(writers, async () => {
    await sleep(50 + 7 * (nth % 10))
    const from = performance.now()
    outcome.code = await stage.stop()
    outcome.took = performance.now() - from
  })
  outcome.open = (await Promise.all(ended)).filter((how) => how !== 'ended').length
  await stage.start()
  for (const writer of writers) outcome.open += await writer.losses()
  await stage.stop()
  return outcome
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { onStage, type Stage, times } from './stage.ts'
import { sumOf, Writer, whileWriting } from './writers.ts'

export default {
  id: 'F7',
  title: 'another process holds the write lock, 3 s and 30 s',
  goal: 'waits, then 503 with Retry-After; what was acknowledged before, meanwhile and after survives a restart',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const holds = quick ? [1, 7] : [...Array(17).fill(3), 30, 30, 30]
      await stage.start()
      const writers = await times(
        6,
        async (nth) => new Writer(await stage.guest(nth % 2 ? 'jwt' : 'session')),
      )
      const cookie = new Writer(await stage.guest('cookie'))
      const untrue: string[] = []
      await whileWriting(writers, async () => {
        for (const seconds of holds) untrue.push(...(await hold(stage, seconds, cookie)))
      })
      const refused = count(writers, 503)
      const odd = writers.reduce(
        (sum, { answers }) =>
          sum + [...answers.keys()].filter((status) => status !== 200 && status !== 503).length,
        0,
      )
      const before = await sumOf(writers.map((writer) => writer.losses()))
      await stage.stop()
      await stage.start()
      const lost = before + (await sumOf(writers.map((writer) => writer.losses())))
      const note = `${count(writers, 200)} adds acknowledged, ${refused} refused with 503`
      return {
        tried: `${holds.length} locks`,
        lost,
        ok: lost + odd + untrue.length === 0,
        note: [note, ...untrue].join('; '),
      }
    }),
} satisfies Fault

/** Returns what was not as promised meanwhile. */
async function hold(stage: Stage, seconds: number, cookie: Writer) {
  const other = stage.open()
  other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
  const from = performance.now()
  await cookie.once()
  const cookieServes = cookie.last?.status === 200 && performance.now() - from < 2000
  // Longer than the server waits for a lock: then it has to say so.
  const health = seconds > 5 ? await stage.health() : 503
  await sleep(Math.max(0, 1000 * seconds - (performance.now() - from)))
  other.exec('COMMIT')
  other.close()
  const healthy = await stage.health()
  return [
    ...(cookieServes ? [] : ['cookie lane waited']),
    ...(health === 503 ? [] : [`health ${health} while locked`]),
    ...(healthy === 200 ? [] : [`health ${healthy} afterwards`]),
  ]
}

const count = (writers: Writer[], status: number) =>
  writers.reduce((sum: number, { answers }) => sum + (answers.get(status) ?? 0), 0)

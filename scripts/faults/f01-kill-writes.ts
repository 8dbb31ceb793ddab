import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { onStage, times } from './stage.ts'
import { sumOf, Writer, whileWriting } from './writers.ts'

/** Adds acknowledged before each kill. */
const EACH = 100

export default {
  id: 'F1',
  title: 'kill -9 during writes, 8 writers, session and jwt',
  goal: 'no acknowledged add lost, none added by nobody; answers again within 5 s',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const kills = quick ? 4 : 50
      await stage.start()
      const writers = await times(
        8,
        async (nth) => new Writer(await stage.guest(nth % 2 ? 'jwt' : 'session')),
      )
      let slowest = 0
      for (let nth = 0; nth < kills; nth++) {
        const wanted = acknowledged(writers) + EACH
        await whileWriting(writers, async () => {
          while (acknowledged(writers) < wanted) await sleep(10)
          await sleep(7 * (nth % 10))
          await stage.kill()
        })
        slowest = Math.max(slowest, await stage.start())
      }
      const writes = acknowledged(writers)
      const lost = await sumOf(writers.map((writer) => writer.losses()))
      const note = `${writes} adds acknowledged, ready after ${Math.round(slowest)} ms at most`
      return { tried: `${kills} kills`, lost, ok: lost === 0 && slowest <= 5000, note }
    }),
} satisfies Fault

const acknowledged = (writers: Writer[]) =>
  writers.reduce((sum: number, writer: Writer) => sum + writer.acknowledged, 0)

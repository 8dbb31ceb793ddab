import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { backUp } from '../backup.ts'
import type { Fault } from './fault.ts'
import { onStage, times } from './stage.ts'
import { Writer, whileWriting } from './writers.ts'

export default {
  id: 'F9',
  title: 'backup while eight clients write',
  goal: 'the copy is whole and has all that was acknowledged before it began; no write fails for it',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const copies = quick ? 2 : 10
      await stage.start()
      const writers = await times(8, async () => new Writer(await stage.guest('session')))
      let missing = 0
      await whileWriting(writers, async () => {
        for (let nth = 0; nth < copies; nth++) {
          await sleep(300)
          const before = writers.map(({ acknowledged }) => acknowledged)
          const copy = join(stage.folder, `copy-${nth}.db`)
          backUp(stage.file, copy)
          missing += before.reduce(
            (sum, count, index) => sum + Math.max(0, count - inCopy(copy, writers[index]!)),
            0,
          )
        }
      })
      const failed = writers.reduce(
        (sum, { answers, unknown }) =>
          sum + unknown + [...answers].reduce((all, [status, n]) => all + (status === 200 ? 0 : n), 0),
        0,
      )
      const writes = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
      return {
        tried: `${copies} copies`,
        lost: missing,
        ok: missing === 0 && failed === 0,
        note: `${writes} adds meanwhile, ${failed} failed`,
      }
    }),
} satisfies Fault

/** Each writer has a sandbox of his own. */
function inCopy(path: string, { client }: Writer) {
  const copy = new DatabaseSync(path, { readOnly: true })
  const sandbox = client.path.split('/')[3]!
  const rows = copy.prepare('SELECT cart FROM Session WHERE sandboxId = ?').all(sandbox)
  copy.close()
  const quantities = rows.flatMap(({ cart }) => Object.values<number>(JSON.parse(String(cart))))
  return quantities.reduce((sum, quantity) => sum + quantity, 0) - 1
}

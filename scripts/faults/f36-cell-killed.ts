import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, harmed, named, OpenPanel, onCells, writersIn } from './cells.ts'
import { type Fault, promises } from './fault.ts'
import { sumOf, whileWriting } from './writers.ts'

/** Writers in each cell. */
const EACH = 4

export default {
  id: 'F36',
  title: `kill -9 of one of two cells behind a proxy, ${EACH} writers and a panel in each`,
  goal: 'nothing acknowledged lost, nothing added by nobody; the other cell answers every request; the killed one, started again, serves its sandboxes within 5 s, and its panels come back by themselves',
  run: ({ quick }) =>
    onCells(async (site) => {
      const kills = quick ? 2 : 10
      const { wrong, must } = promises()
      const writers = await writersIn(site, EACH)
      const panels = { a: panelOf('a'), b: panelOf('b') }
      function panelOf(cell: string) {
        return new OpenPanel(site, writers.find((writer) => writer.cell === cell)!.owner)
      }
      let slowest = 0
      let unharmed = 0
      for (let nth = 0; nth < kills; nth++) {
        const [killed, other] = nth % 2 ? (['a', 'b'] as const) : (['b', 'a'] as const)
        const others = writers.filter(({ cell }) => cell === other)
        const own = writers.filter(({ cell }) => cell === killed)
        const before = { harmed: harmed(others), done: done(others), opened: panels[killed].opened }
        await whileWriting(writers, async () => {
          await sleep(200 + 7 * (nth % 10))
          await named(site, killed).kill()
          await sleep(200)
          await named(site, killed).start()
          const from = performance.now()
          const served = done(own)
          await eventually('the killed cell serves again', () => done(own) >= served + EACH)
          slowest = Math.max(slowest, performance.now() - from)
          await eventually('its panel is back', () => panels[killed].opened > before.opened)
          const told = panels[killed].times('exchange')
          await eventually('and told', () => panels[killed].times('exchange') > told)
        })
        must('the other cell answers every request', harmed(others) === before.harmed)
        unharmed += done(others) - before.done
      }
      must('within 5 s', slowest <= 5000)
      const lost = await sumOf(writers.map((writer) => writer.losses()))
      await Promise.all(Object.values(panels).map((panel) => panel.leave()))
      const note = `${done(writers)} adds acknowledged, ${unharmed} of them meanwhile in the other cell; all served again ${Math.round(slowest)} ms after it was up at most`
      return {
        tried: `${kills} kills`,
        lost,
        ok: lost === 0 && wrong.length === 0,
        note: [note, ...new Set(wrong)].join('; '),
      }
    }),
} satisfies Fault

const done = (writers: readonly { acknowledged: number }[]) =>
  writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)

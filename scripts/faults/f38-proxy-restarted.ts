import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, OpenPanel, onCells, writersIn } from './cells.ts'
import { type Fault, promises } from './fault.ts'
import { sumOf, whileWriting } from './writers.ts'

const EACH = 4

export default {
  id: 'F38',
  title: `the proxy in front of two cells is ended and started again, ${EACH} writers and a panel in each`,
  goal: 'nothing acknowledged lost, nothing added by nobody; panels come back by themselves and have missed nothing; nobody is sent to the wrong cell',
  run: ({ quick }) =>
    onCells(async (site) => {
      const restarts = quick ? 2 : 10
      const { wrong, must } = promises()
      const writers = await writersIn(site, EACH)
      const panels = writers.map(({ owner }) => new OpenPanel(site, owner))
      await eventually('panels are open', () => panels.every((panel) => panel.times('reset') > 0))
      for (let nth = 0; nth < restarts; nth++) {
        const before = panels.map(({ opened }) => opened)
        await whileWriting(writers, async () => {
          await sleep(200 + 7 * (nth % 10))
          await site.proxy.stop()
          await sleep(50)
          await site.proxy.start()
          await eventually('panels are back', () => panels.every(({ opened }, at) => opened > before[at]!))
        })
      }
      const statuses = new Set(writers.flatMap(({ answers }) => [...answers.keys()]))
      must('nobody is sent to the wrong cell', !statuses.has(421) && !statuses.has(404))
      const lost = await sumOf(writers.map((writer) => writer.losses()))
      for (const [at, { acknowledged, unknown }] of writers.entries()) {
        const all = () => panels[at]!.times('exchange') >= acknowledged
        await eventually('panels have missed nothing', all).catch(({ message }) => must(message, false))
        must('one reset, at the beginning', panels[at]!.times('reset') === 1 || unknown > 50)
      }
      await Promise.all(panels.map((panel) => panel.leave()))
      const adds = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
      const open = writers.reduce((sum, { unknown }) => sum + unknown, 0)
      const note = `${adds} adds acknowledged, ${open} cut off or not connected meanwhile`
      return {
        tried: `${restarts} restarts`,
        lost,
        ok: lost === 0 && wrong.length === 0,
        note: [note, ...new Set(wrong)].join('; '),
      }
    }),
} satisfies Fault

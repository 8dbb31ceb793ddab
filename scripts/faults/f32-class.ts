import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from '../statistics.ts'
import { DEFAULTS, residentAtMost } from './abuse.ts'
import type { Fault } from './fault.ts'
import { Learner } from './learner.ts'
import { Notes } from './notes.ts'
import { onStage, times } from './stage.ts'

const LEARNERS = 300
/** Seconds: within the first all have begun, and so long they go on together. */
const BEGIN = 60
const TOGETHER = 45
/** Milliseconds from one change in all lanes to the next. */
const EVERY = 3000

export default {
  id: 'F32',
  title: `a class of ${LEARNERS} behind one network address begins within a minute: page, files, sandbox, event stream; then sign-in and adds in all lanes, every ${EVERY / 1000} s each`,
  goal: 'with the limits as they come nobody is refused or hung up on; each acknowledged add is in its cart, and each exchange was told',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const [learners, begin, together] = quick ? [40, 8, 15] : [LEARNERS, BEGIN, TOGETHER]
      await stage.start()
      const notes = new Notes()
      const from = performance.now()
      const until = from + 1000 * (begin + together)
      await times(learners, async (nth) => {
        await sleep((1000 * begin * (nth + Math.random())) / learners)
        const attended = new Learner(stage.port, notes).attend(until, EVERY)
        await attended.catch(({ message }) => notes.refuse('learner', message))
      })
      const alive = (await stage.health()) === 200
      return told({ notes, learners, alive, memory: residentAtMost(stage.server.pid) })
    }, DEFAULTS),
} satisfies Fault

interface Told {
  notes: Notes
  learners: number
  alive: boolean
  /** MB. */
  memory: number
}

function told({ notes, learners, alive, memory }: Told) {
  const refused = [...notes.refused.values()].reduce((sum, count) => sum + count, 0)
  const lost = refused + notes.lostAdds + notes.untold
  const { page, file, stream, ...api } = notes.times
  const words = [
    `answers of the API ${spread(Object.values(api).flat())}, of these adds ${spread(api.add ?? [])}; pages ${spread(page ?? [])}; files ${spread(file ?? [])}; streams open after ${spread(stream ?? [])} (half, 95 %, 99 %)`,
    `${notes.adds} adds acknowledged, ${notes.exchanges} exchanges told`,
    `${memory} MB at most`,
    notes.repeated > 0 && `${notes.repeated} sent again on a new connection`,
    refused > 0 &&
      `${refused} refused: ${[...notes.refused].map(([why, count]) => `${why} × ${count}`).join(', ')}`,
    notes.lostAdds > 0 && `${notes.lostAdds} adds lost`,
    notes.untold > 0 && `${notes.untold} exchanges not told`,
    !alive && 'the server is gone',
  ]
  return {
    tried: `${learners} learners, ${notes.requests} requests`,
    lost,
    ok: lost === 0 && alive && notes.adds > 0,
    note: words.filter(Boolean).join('; '),
  }
}

const spread = (list: number[]) =>
  `${[0.5, 0.95, 0.99].map((part) => quantile(list, part).toFixed(0)).join(', ')} ms`

import { setTimeout as sleep } from 'node:timers/promises'
import { residentBytes } from '../machine.ts'
import { newOwner, type Owner } from '../visitors.ts'
import { DEFAULTS, residentAtMost } from './abuse.ts'
import type { Fault } from './fault.ts'
import { Learner } from './learner.ts'
import { childrenOf, startCluster, stateOf } from './nodes.ts'
import { Notes } from './notes.ts'
import { onStage, type Stage, times } from './stage.ts'

const LEARNERS = 100
const RUNS = 10
/** Seconds: the class goes on at least so long. */
const TOGETHER = 60
/** Milliseconds. */
const EVERY = 3000
const LOOK_EVERY = 100
/** A run has three nodes and two session servers at most. */
const MOST_PROCESSES = 5

export default {
  id: 'F35',
  title: `${RUNS} runs of the lab on many servers asked for at once, beside a class of ${LEARNERS}`,
  goal: 'one at a time; each of the others is told how many come before, and has its run; nobody of the class is refused, and no acknowledged add is lost',
  async run({ quick }) {
    if (process.platform !== 'linux')
      return { tried: 'nothing', lost: 0, ok: true, note: 'not tried: looking at the processes needs Linux' }
    return onStage(async (stage) => {
      const [learners, runs, seconds] = quick ? [20, 4, 20] : [LEARNERS, RUNS, TOGETHER]
      await stage.start()
      const notes = new Notes()
      const until = performance.now() + 1000 * seconds
      const attending = times(learners, async (nth) => {
        await sleep((10_000 * nth) / learners)
        await new Learner(stage.port, notes)
          .attend(until, EVERY)
          .catch(({ message }) => notes.refuse('learner', message))
      })
      await sleep(10_000)
      const watch = watched(stage)
      const done = await times(runs, async () => wholeRun(await newOwner([stage.origin])))
      const { processes, megabytes } = watch.end()
      await attending
      return told({ notes, learners, done, processes, megabytes, server: residentAtMost(stage.server.pid) })
    }, DEFAULTS)
  },
} satisfies Fault

interface Whole {
  state: string
  /** Seconds until it began. */
  waited: number
  /** The most that was said to come before. */
  ahead: number
}

/** Comes again when it is told to, as the page does. */
async function wholeRun(owner: Owner): Promise<Whole> {
  const from = performance.now()
  let ahead = 0
  for (;;) {
    const begun = await startCluster(owner, 'shared')
    ahead = Math.max(ahead, begun.ahead)
    if (begun.status === 202) {
      const waited = (performance.now() - from) / 1000
      return { state: await overState(owner, begun.id), waited, ahead }
    }
    if (begun.status !== 503) return { state: String(begun.status), waited: 0, ahead }
    await sleep(1000 * begun.again)
  }
}

async function overState(owner: Owner, id: string): Promise<string> {
  for (;;) {
    const state = await stateOf(owner, id)
    if (state !== 'running' && state !== 'waiting') return state
    await sleep(LOOK_EVERY)
  }
}

function watched({ server }: Stage) {
  let processes = 0
  let bytes = 0
  const timer = setInterval(() => {
    const nodes = childrenOf(server.pid)
    processes = Math.max(processes, nodes.length)
    bytes = Math.max(
      bytes,
      nodes.reduce((sum, pid) => sum + residentBytes(pid), 0),
    )
  }, LOOK_EVERY)
  return {
    end() {
      clearInterval(timer)
      return { processes, megabytes: Math.round(bytes / 1e6) }
    },
  }
}

interface Told {
  notes: Notes
  learners: number
  done: Whole[]
  processes: number
  megabytes: number
  server: number
}

function told({ notes, learners, done, processes, megabytes, server }: Told) {
  const refused = [...notes.refused.values()].reduce((sum, count) => sum + count, 0)
  const broken = done.filter(({ state }) => state !== 'done')
  const lost = refused + notes.lostAdds + broken.length
  const words = [
    `${processes} processes at most, ${megabytes} MB together; the server ${server} MB at most`,
    `the last run began after ${Math.max(...done.map(({ waited }) => waited)).toFixed(0)} s; ${Math.max(...done.map(({ ahead }) => ahead))} were said to come before, at most`,
    `${notes.adds} adds acknowledged`,
    refused > 0 &&
      `${refused} refused: ${[...notes.refused].map(([why, count]) => `${why} × ${count}`).join(', ')}`,
    notes.lostAdds > 0 && `${notes.lostAdds} adds lost`,
    broken.length > 0 && `runs: ${broken.map(({ state }) => state).join(', ')}`,
  ]
  return {
    tried: `${done.length} runs, ${learners} learners, ${notes.requests} requests`,
    lost,
    ok: lost === 0 && processes <= MOST_PROCESSES && processes >= 3 && notes.adds > 0,
    note: words.filter(Boolean).join('; '),
  }
}

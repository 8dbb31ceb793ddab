// One class after the other against the same server. In each, slices of the bare handler and of the lanes take turns, so that what disturbs
// the machine disturbs both alike.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Rhythm, together } from './beats.ts'
import type { ClassOptions } from './options.ts'
import { memoryOf, processorOf, type Watched } from './processor.ts'
import { type Notebook, Seen } from './seen.ts'
import { ClassVisitor } from './visitor.ts'

const BARE = '/api/bare'
/** Requests of one act: one in each lane. */
const LANES = 3
/** Beats of one slice. */
const BEATS = { lanes: 4, bare: 2 }
/** A second, where it is not said within which time all begin. */
const BEGINNERS = 5
/** Milliseconds that a stream may be behind at the end of a slice. */
const LAST_WORDS = 5000

export interface Slice {
  seen: Seen
  milliseconds: number
  /** Processor time of the servers, milliseconds. */
  busy: number
  /** Requests a second that were to be asked for. */
  wanted: number
}

export interface OneClass {
  visitors: number
  /** Of the beginning: sandbox, stream, sign-in and three things in each lane. */
  begin: Slice
  bare: Slice[]
  lanes: Slice[]
  /** MB, of the servers: before anybody came, with all of them there, and when they have left. */
  memory: { before: number; within: number; after: number }
  /** Milliseconds: how late the timers of this client were (95 %). What is not more than that cannot be told from it. */
  ownDelay: number
}

export interface Run {
  origin: string
  watched: Watched
  options: ClassOptions
}

/** @param profile is given what the class goes on doing, once it was measured */
export async function oneClass(
  { origin, watched, options }: Run,
  nth: number,
  profile?: (work: () => Promise<Slice>) => Promise<void>,
): Promise<OneClass> {
  const before = memoryOf(watched)
  const notes: Notebook = { seen: new Seen() }
  const visitors = Array.from(
    { length: options.visitors },
    () => new ClassVisitor({ origin, from: addressOf(nth) }, notes),
  )
  const slice = slicesOf(visitors, { options, notes, watched })
  const delay = monitorEventLoopDelay()
  try {
    const { every, visitors: many } = options
    const within = 1000 * (options.begin || many / BEGINNERS)
    const begin = await slice({ every: within, jitter: 1, beats: 1 }, (one) =>
      one.begin().catch(({ message }) => notes.seen.refuse(message)),
    )
    await slice({ every: 1000 * every, jitter: options.jitter, beats: 1 }, (one) => one.act())
    delay.enable()
    const [bare, lanes]: Slice[][] = [[], []]
    const rounds = Math.max(1, Math.round(options.seconds / (BEATS.lanes * every)))
    const rhythm = { every: 1000 * every, jitter: options.jitter }
    const inLanes = () => slice({ ...rhythm, beats: BEATS.lanes }, (one) => one.act())
    for (let round = 0; round < rounds; round++) {
      if (!options['no-bare'])
        bare!.push(await slice({ ...rhythm, beats: BEATS.bare }, (one) => one.ask(BARE)))
      lanes!.push(await inLanes())
    }
    delay.disable()
    const memory = { before, within: memoryOf(watched), after: 0 }
    await profile?.(inLanes)
    return { visitors: many, begin, bare: bare!, lanes: lanes!, memory, ownDelay: delay.percentile(95) / 1e6 }
  } finally {
    for (const visitor of visitors) visitor.leave()
  }
}

/** A network of its own for each class, where the system has more than one address for itself. */
const addressOf = (nth: number) => (process.platform === 'linux' ? `127.0.0.${nth + 1}` : undefined)

interface Given {
  options: ClassOptions
  notes: Notebook
  watched: Watched
}

function slicesOf(visitors: readonly ClassVisitor[], { notes, watched }: Given) {
  return async (rhythm: Rhythm, act: (visitor: ClassVisitor) => Promise<void>): Promise<Slice> => {
    const seen = new Seen()
    notes.seen = seen
    const before = processorOf(watched)
    const milliseconds = await together(visitors, rhythm, notes, act)
    await lastWords(visitors)
    const busy = processorOf(watched) - before
    return { seen, milliseconds, busy, wanted: (1000 * LANES * visitors.length) / rhythm.every }
  }
}

async function lastWords(visitors: readonly ClassVisitor[]): Promise<void> {
  const until = performance.now() + LAST_WORDS
  while (visitors.some(({ untold }) => untold > 0) && performance.now() < until) await sleep(20)
}

// One class against a server. Slices of the bare handler and of the lanes take turns, so that what disturbs the machine disturbs both alike.
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
/** Milliseconds between two looks of the monitor: they are in what it says. */
const RESOLUTION = 2

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
  /** Of these, who got in. */
  here: number
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

/** What a class goes on with, when it was measured. */
export interface Afterwards {
  visitors: readonly ClassVisitor[]
  /** One more slice of acts in the lanes. */
  goOn(): Promise<Slice>
}

/** @param nth of the classes in a row @param then comes before they leave */
export async function oneClass(
  { origin, watched, options }: Run,
  nth: number,
  then?: (afterwards: Afterwards) => Promise<void>,
): Promise<OneClass> {
  const before = memoryOf(watched)
  const notes: Notebook = { seen: new Seen() }
  const place = { origin, from: addressOf(nth) }
  const visitors = Array.from({ length: options.visitors }, () => new ClassVisitor(place, notes))
  const slice = slicer(visitors, notes, watched)
  const within = 1000 * (options.begin || visitors.length / BEGINNERS)
  const rhythm = { every: 1000 * options.every, jitter: options.jitter }
  const acting = (beats: number) => slice({ ...rhythm, beats }, (one) => one.act())
  try {
    const begin = await slice({ every: within, jitter: 1, beats: 1 }, (one) =>
      one.begin().catch(({ message }) => notes.seen.refuse(message)),
    )
    await acting(1)
    const measured = await inTurns(options, {
      bare: () => slice({ ...rhythm, beats: BEATS.bare }, (one) => one.ask(BARE)),
      lanes: () => acting(BEATS.lanes),
    })
    const memory = { before, within: memoryOf(watched), after: 0 }
    await then?.({ visitors, goOn: () => acting(BEATS.lanes) })
    const here = visitors.filter(({ isHere }) => isHere).length
    return { visitors: visitors.length, here, begin, ...measured, memory }
  } finally {
    for (const visitor of visitors) visitor.leave()
  }
}

/** A network of its own for each class, where the system has more than one address for itself. */
const addressOf = (nth: number) => (process.platform === 'linux' ? `127.0.0.${nth + 1}` : undefined)

/** As many rounds as fit into the time. */
async function inTurns(
  { seconds, every, 'no-bare': onlyLanes }: ClassOptions,
  slices: Record<'bare' | 'lanes', () => Promise<Slice>>,
) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  const bare: Slice[] = []
  const lanes: Slice[] = []
  delay.enable()
  for (let left = Math.max(1, Math.round(seconds / (BEATS.lanes * every))); left > 0; left--) {
    if (!onlyLanes) bare.push(await slices.bare())
    lanes.push(await slices.lanes())
  }
  delay.disable()
  return { bare, lanes, ownDelay: Math.max(0, delay.percentile(95) / 1e6 - RESOLUTION) }
}

function slicer(visitors: readonly ClassVisitor[], notes: Notebook, watched: Watched) {
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

// What it costs to record, and to watch (G6). Between processes: so each ratio is taken among servers that were started for it alone,
// and several times, because two that are alike differ by hundredths for as long as they live.
import type { Figure } from '../../app/_pages/numbers/figures.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { LANES, Stage } from '../faults/stage.ts'
import { median, ratioOf } from '../statistics.ts'
import type { Owner } from '../visitors.ts'
import { interleaved } from './rounds.ts'
import { lanesOn, reading } from './targets.ts'

const MODES = [
  ['recorded', 1.05],
  ['watched', 1.15],
] as const
type Mode = 'off' | (typeof MODES)[number][0]

interface Extent {
  /** How many times three servers are started: one that records nothing, one that does, one with an open panel. */
  casts: number
  /** Of one lane in one cast. */
  seconds: number
  /** A slice. */
  requests: number
}

/** @returns figures; `rounds` counts casts */
export async function costOfRecording({ casts, seconds, requests }: Extent): Promise<Figure[]> {
  const medians: Medians[] = []
  for (let nth = 0; nth < casts; nth++) medians.push(await oneCast(seconds, requests))
  const of = (mode: Mode, lane: StrategyName) => medians.map((cast) => cast[lane][mode])
  return MODES.flatMap(([what, most]) =>
    LANES.map((lane) => ({ goal: 'G6', what, lane, most, ...ratioOf(of(what, lane), of('off', lane)) })),
  )
}

/** Microseconds a request. */
type Medians = Record<StrategyName, Record<Mode, number>>

/** Of one lane after the other, so that few targets take turns. */
async function oneCast(seconds: number, requests: number): Promise<Medians> {
  const stages = { off: new Stage({ TRACE: '0' }), recorded: new Stage(), watched: new Stage() }
  let stop = () => {}
  try {
    const started = async (stage: Stage) => {
      await stage.start()
      return lanesOn(stage.origin)
    }
    const lanes = {
      off: await started(stages.off),
      recorded: await started(stages.recorded),
      watched: await started(stages.watched),
    }
    stop = await listenTo(lanes.watched.cookie.owner, stages.watched)
    const mediansOf = async (lane: StrategyName) => {
      const slot = (mode: Mode) => ({ stage: stages[mode], target: reading(lanes[mode][lane]), requests })
      const slots = { off: slot('off'), recorded: slot('recorded'), watched: slot('watched') }
      const measured = await interleaved(slots, seconds)
      const of = (mode: Mode) => median(measured[mode] ?? [])
      return { off: of('off'), recorded: of('recorded'), watched: of('watched') }
    }
    const [cookie, session] = [await mediansOf('cookie'), await mediansOf('session')]
    return { cookie, session, jwt: await mediansOf('jwt') }
  } finally {
    stop()
    for (const stage of Object.values(stages)) await stage.end()
  }
}

/** An event stream that is read, as a panel reads it. Returns what ends it. */
async function listenTo({ headers }: Owner, { origin }: Stage) {
  const stop = new AbortController()
  const { body } = await fetch(`${origin}/api/sandbox/events`, { headers, signal: stop.signal })
  body?.pipeTo(new WritableStream()).catch(() => {})
  return () => stop.abort()
}

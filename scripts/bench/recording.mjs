// What it costs to record, and to watch (G6). Between processes: so each ratio is taken among servers that were started for it alone,
// and several times, because two that are alike differ by hundredths for as long as they live.
import { LANES, Stage } from '../faults/stage.mjs'
import { interleaved } from './rounds.mjs'
import { median, ratioOf } from './statistics.mjs'
import { lanesOn, reading } from './targets.mjs'

const MODES = [
  ['recorded', 1.05],
  ['watched', 1.15],
]

/**
 * @param casts how many times three servers are started: one that records nothing, one that does, one with an open panel
 * @param seconds of one lane in one cast
 * @param requests a slice
 * @returns figures as in app/_pages/numbers/figures.ts; `rounds` counts casts
 */
export async function costOfRecording({ casts, seconds, requests }) {
  const medians = []
  for (let nth = 0; nth < casts; nth++) medians.push(await oneCast(seconds, requests))
  const of = (mode, lane) => medians.map((cast) => cast[lane][mode])
  return MODES.flatMap(([what, most]) =>
    LANES.map((lane) => ({ goal: 'G6', what, lane, most, ...ratioOf(of(what, lane), of('off', lane)) })),
  )
}

/** Microseconds a request by lane and mode: of one lane after the other, so that few targets take turns. */
async function oneCast(seconds, requests) {
  const stages = { off: new Stage({ TRACE: '0' }), recorded: new Stage(), watched: new Stage() }
  let stop = () => {}
  try {
    const lanes = {}
    for (const [mode, stage] of Object.entries(stages)) {
      await stage.start()
      lanes[mode] = await lanesOn(stage.origin)
    }
    stop = await listenTo(lanes.watched.cookie.owner, stages.watched)
    const medians = {}
    for (const lane of LANES) {
      const target = (mode) => ({ stage: stages[mode], target: reading(lanes[mode][lane]), requests })
      const targets = Object.fromEntries(Object.keys(stages).map((mode) => [mode, target(mode)]))
      const measured = await interleaved(targets, seconds)
      medians[lane] = Object.fromEntries(Object.entries(measured).map(([mode, all]) => [mode, median(all)]))
    }
    return medians
  } finally {
    stop()
    for (const stage of Object.values(stages)) await stage.end()
  }
}

/** An event stream that is read, as a panel reads it. Returns what ends it. */
async function listenTo({ headers }, { origin }) {
  const stop = new AbortController()
  const { body } = await fetch(`${origin}/api/sandbox/events`, { headers, signal: stop.signal })
  body.pipeTo(new WritableStream()).catch(() => {})
  return () => stop.abort()
}

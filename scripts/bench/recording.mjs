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
 * @param seconds of one cast
 * @param requests a slice
 * @returns figures as in lib/bench/figures.ts; `rounds` counts casts
 */
export async function costOfRecording({ casts, seconds, requests }) {
  const medians = []
  for (let nth = 0; nth < casts; nth++) medians.push(await oneCast(seconds, requests))
  const of = (mode, lane) => medians.map((cast) => cast[`${lane} ${mode}`])
  return MODES.flatMap(([what, most]) =>
    LANES.map((lane) => ({ goal: 'G6', what, lane, most, ...ratioOf(of(what, lane), of('off', lane)) })),
  )
}

/** Microseconds a request by lane and mode. */
async function oneCast(seconds, requests) {
  const stages = { off: new Stage({ TRACE: '0' }), recorded: new Stage(), watched: new Stage() }
  let stop = () => {}
  try {
    const targets = {}
    for (const [mode, stage] of Object.entries(stages)) {
      await stage.start()
      const lanes = await lanesOn(stage.origin)
      if (mode === 'watched') stop = await listenTo(lanes.cookie.owner, stage)
      for (const lane of LANES) targets[`${lane} ${mode}`] = { stage, target: reading(lanes[lane]), requests }
    }
    const measured = await interleaved(targets, seconds)
    return Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]))
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

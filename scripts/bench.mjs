// npm run bench: what each lane costs, as ratios of one run (docs/benchmarks.md). --quick: a few rounds, and nothing is written.
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { fillSessions } from './bench/crowd.mjs'
import { agent, slice } from './bench/load.mjs'
import { writeReport } from './bench/report.mjs'
import { mean, ratioOf } from './bench/statistics.mjs'
import { FLOOR, lanesOn, reading, writing } from './bench/targets.mjs'
import { residentBytes } from './faults/f12-crowd.mjs'
import { Stage } from './faults/stage.mjs'
import { build, generate } from './prepare.mjs'
import { main, root, Stop, say, step } from './say.mjs'
import { setUp } from './setup.mjs'

const quick = process.argv.includes('--quick')
const ROUNDS = quick ? 4 : 14
const DROPPED = quick ? 1 : 2
const REQUESTS = quick ? 150 : 1000
const WARM_UP = quick ? 300 : 3000
const ROWS = quick ? 5000 : 100_000

await main(async () => {
  await setUp(import.meta.url)
  if (platform() !== 'linux')
    throw new Stop('The benchmark reads processor time from /proc: it runs on Linux only.')
  await generate()
  await build()
  const [watched, unwatched, crowded] = [new Stage(), new Stage({ TRACE: '0' }), new Stage()]
  try {
    for (const stage of [watched, unwatched, crowded]) await stage.start()
    return await bench({ watched, unwatched, crowded })
  } finally {
    agent.destroy()
    for (const stage of [watched, unwatched, crowded]) await stage.end()
  }
})

async function bench({ watched, unwatched, crowded }) {
  const [on, off, many] = [
    await lanesOn(watched.origin),
    await lanesOn(unwatched.origin),
    await lanesOn(crowded.origin),
  ]
  await step(`${ROWS} session rows of others`, async () => fillSessions(crowded.file, ROWS))
  const at = ({ server, port }) => ({ pid: server.pid, port })
  const reads = [
    ['floor', watched, FLOOR],
    ['cookie cart', watched, reading(on.cookie)],
    ['session cart', watched, reading(on.session)],
    ['jwt me', watched, reading(on.jwt, 'me')],
    ['jwt cart', watched, reading(on.jwt)],
  ]
  const others = [
    ['floor', watched, FLOOR],
    ...['cookie', 'session', 'jwt'].map((lane) => [`${lane} change`, watched, writing(on[lane])]),
  ]
  const traces = ['cookie', 'session', 'jwt'].flatMap((lane) => [
    [`${lane} untraced`, unwatched, reading(off[lane])],
    [`${lane} traced`, watched, reading(on[lane])],
  ])
  const rows = [
    ['session among few', watched, reading(on.session)],
    ['session among many', crowded, reading(many.session)],
  ]
  const measured = {}
  for (const [name, group] of Object.entries({ reads, others, traces, rows }))
    measured[name] = await step(`${name}: ${ROUNDS} rounds`, () =>
      interleaved(group.map(([what, stage, target]) => [what, at(stage), target])),
    )
  const stop = await listenTo(on, watched)
  measured.listening = await step('with panels open', () =>
    interleaved(traces.map(([what, stage, target]) => [what, at(stage), target])),
  )
  stop()
  const figures = figuresOf(measured)
  const facts = {
    microseconds: mean(measured.reads.floor),
    resident: residentBytes(watched.server.pid),
    rows: ROWS,
    rounds: ROUNDS - DROPPED,
    requests: REQUESTS,
  }
  return told(figures, facts)
}

/** One slice of each in turn, so that what disturbs the machine disturbs all alike. */
async function interleaved(group) {
  const all = Object.fromEntries(group.map(([what]) => [what, []]))
  for (const [, server, target] of group) await slice(server, target, WARM_UP)
  for (let round = 0; round < ROUNDS; round++)
    for (const [what, server, target] of group) all[what].push(await slice(server, target, REQUESTS))
  return Object.fromEntries(Object.entries(all).map(([what, values]) => [what, values.slice(DROPPED)]))
}

/** Event streams that are read, as a panel reads them. */
async function listenTo(lanes, { origin }) {
  const stop = new AbortController()
  const { headers } = lanes.cookie.owner
  const answer = await fetch(`${origin}/api/sandbox/events`, { headers, signal: stop.signal })
  ;(async () => {
    for await (const _ of answer.body);
  })().catch(() => {})
  return () => stop.abort()
}

function figuresOf({ reads, others, traces, rows, listening }) {
  const figure = (goal, name, measured, against, most = null) => ({
    goal,
    name,
    ...ratioOf(measured, against),
    most,
  })
  const lanes = ['cookie', 'session', 'jwt']
  return [
    figure('G1', 'cookie: read the cart', reads['cookie cart'], reads.floor, 1.6),
    figure('G2', 'session: read the cart', reads['session cart'], reads.floor, 1.5),
    figure('G3', 'jwt: who is it', reads['jwt me'], reads.floor, 1.25),
    figure('G3', 'jwt: read the cart', reads['jwt cart'], reads.floor, 1.7),
    ...lanes.map((lane) =>
      figure(null, `${lane}: change a quantity`, others[`${lane} change`], others.floor),
    ),
    figure(
      'G5',
      'session among many rows, to among few',
      rows['session among many'],
      rows['session among few'],
      1.25,
    ),
    ...lanes.map((lane) =>
      figure(
        'G6',
        `${lane}: recorded, nobody watches, to not recorded`,
        traces[`${lane} traced`],
        traces[`${lane} untraced`],
        1.05,
      ),
    ),
    ...lanes.map((lane) =>
      figure(
        'G6',
        `${lane}: recorded and watched, to not recorded`,
        listening[`${lane} traced`],
        listening[`${lane} untraced`],
        1.15,
      ),
    ),
  ]
}

function told(figures, facts) {
  const width = Math.max(...figures.map(({ name }) => name.length))
  say('')
  for (const { goal, name, ratio, low, high, most } of figures) {
    const verdict = most === null ? '' : `≤ ${most}  ${high <= most ? 'met' : 'missed'}`
    say(
      `${(goal ?? '').padEnd(4)}${name.padEnd(width)}  ${ratio.toFixed(2)}  (${low.toFixed(2)}–${high.toFixed(2)})  ${verdict}`,
    )
  }
  say(
    `\nfloor: ${facts.microseconds.toFixed(0)} µs of processor time a request; ${Math.round(facts.resident / 1e6)} MB resident afterwards`,
  )
  if (quick) return 0
  const [processor] = cpus()
  const machine = `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release().split('.', 2).join('.')} ${arch()}`
  const result = {
    when: new Date().toISOString().slice(0, 10),
    machine,
    node: process.version.slice(1),
    figures,
  }
  writeFileSync(join(root, 'lib/bench/figures.json'), `${JSON.stringify(result, null, 2)}\n`)
  writeReport(join(root, 'docs/benchmarks.md'), result, facts)
  return 0
}

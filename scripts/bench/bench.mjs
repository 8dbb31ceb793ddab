import { writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { residentBytes } from '../faults/f12-crowd.mjs'
import { Stage } from '../faults/stage.mjs'
import { conditions } from '../machine.mjs'
import { build, generate } from '../prepare.mjs'
import { root, Stop, say, step } from '../say.mjs'
import { besideBareApp } from './bare-app.mjs'
import { fullCookie, scriptsOf, startOf, tokenOctets, wireOf } from './facts.mjs'
import { groupsOf } from './groups.mjs'
import { agent } from './load.mjs'
import { profilesOf } from './profile.mjs'
import { costOfRecording } from './recording.mjs'
import { reportOf, tell } from './report.mjs'
import { interleaved } from './rounds.mjs'
import { mean, ratioOf } from './statistics.mjs'
import { lanesOn } from './targets.mjs'

const quick = process.argv.includes('--quick')
/** Seconds: what a group of share 1 may take, and all groups together. */
const SHARE = quick ? 3 : 32
const WHOLE = quick ? 80 : 480
const SIZES = quick
  ? { requests: 40, slow: 10, sampled: 400, rows: [100_000] }
  : { requests: 400, slow: 100, sampled: 4000, rows: [100_000, 1_000_000] }
const STARTS = quick ? 1 : 5
const RECORDING = quick ? { casts: 2, seconds: 1, requests: 40 } : { casts: 6, seconds: 20, requests: 200 }

export async function bench() {
  if (platform() !== 'linux')
    throw new Stop('The benchmark reads processor time from /proc: it runs on Linux only.')
  await generate()
  const found = { failed: [], figures: [], rows: SIZES.rows, requests: SIZES.requests }
  found.bare = await attempt(found, 'a bare app beside', () => besideBareApp(() => startOf(STARTS), STARTS))
  await build()
  const stages = { watched: new Stage(), crowded: new Stage() }
  try {
    for (const stage of Object.values(stages)) await stage.start()
    return await measure(stages, found)
  } finally {
    agent.destroy()
    for (const stage of Object.values(stages)) await stage.end()
  }
}

async function measure(stages, found) {
  await count(stages, found)
  await compare(stages, found)
  const recording = await attempt(found, 'recording', () => costOfRecording(RECORDING))
  found.figures.push(...(recording ?? []))
  found.resident = residentBytes(stages.watched.server.pid)
  found.profiles = await attempt(found, 'where the time goes', () => profilesOf(SIZES.sampled))
  tell(found, say)
  const run = conditions()
  write('app/_pages/numbers/figures.json', `${JSON.stringify({ ...run, figures: found.figures }, null, 2)}\n`)
  write('docs/benchmarks.md', reportOf(run, found, quick))
  return found.failed.length === 0 ? 0 : 1
}

function write(path, text) {
  writeFileSync(join(root, path), text)
}

/** What fails is told at the end; the rest goes on. */
async function attempt(found, name, work) {
  try {
    return await step(name, work)
  } catch (error) {
    say(`  failed: ${error.message}`)
    found.failed.push({ name, why: error.message })
    return null
  }
}

async function count({ watched }, found) {
  const counts = {
    wire: ['octets and statements', () => wireOf(watched)],
    cookie: ['a full cookie', () => fullCookie(watched)],
    token: ['an access token', () => tokenOctets(watched)],
    scripts: ['JavaScript of the pages', () => scriptsOf(watched)],
  }
  for (const [key, [name, work]] of Object.entries(counts)) found[key] = await attempt(found, name, work)
}

async function compare(stages, found) {
  const lanes = {}
  for (const [name, { origin }] of Object.entries(stages)) lanes[name] = await lanesOn(origin)
  const until = performance.now() + 1000 * WHOLE
  for (const group of groupsOf(stages, lanes, SIZES)) {
    const left = (until - performance.now()) / 1000
    await attempt(found, group.name, () => oneGroup(group, Math.min(SHARE * group.share, left), found))
  }
}

async function oneGroup({ prepare, targets, figures }, seconds, found) {
  if (seconds < SHARE / 2) throw new Error('no time was left')
  const undo = await prepare?.(found)
  try {
    const measured = await interleaved(await targets(), seconds)
    found.microseconds ??= measured.floor && mean(measured.floor)
    for (const { of, to, ...figure } of figures)
      found.figures.push({ ...figure, ...ratioOf(measured[of], measured[to]) })
  } finally {
    undo?.()
  }
}

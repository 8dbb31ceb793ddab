// npm run bench: what each lane costs, as ratios of one run (docs/benchmarks.md). --quick: to see that it works, not for figures.
import { readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { besideBareApp } from './bench/bare-app.ts'
import { fullCookie, scriptsOf, startOf, tokenOctets, wireOf } from './bench/facts.ts'
import type { Found, Stages } from './bench/found.ts'
import { type Group, groupsOf } from './bench/groups.ts'
import { agent } from './bench/load.ts'
import { profilesOf } from './bench/profile.ts'
import { costOfRecording } from './bench/recording.ts'
import { reportOf, tell } from './bench/report.ts'
import { interleaved } from './bench/rounds.ts'
import { lanesOn } from './bench/targets.ts'
import { onOwnServer } from './class/classes.ts'
import { readOptions } from './class/options.ts'
import { withSectionsOf } from './class/written.ts'
import { Stage } from './faults/stage.ts'
import { conditions, residentBytes } from './machine.ts'
import { build, generate } from './prepare.ts'
import { root, Stop, say, step } from './say.mjs'
import { mean, ratioOf } from './statistics.ts'

const quick = process.argv.includes('--quick')
/** Seconds: what a group of share 1 may take, and all groups together. */
const SHARE = quick ? 3 : 32
const WHOLE = quick ? 80 : 480
const SIZES = quick
  ? { requests: 40, slow: 10, sampled: 400, rows: [100_000] }
  : { requests: 400, slow: 100, sampled: 4000, rows: [100_000, 1_000_000] }
const STARTS = quick ? 1 : 5
const FIRST_VIEWS = quick ? 1 : 5
/** A small one: `npm run class` is about larger ones. */
const CLASS = quick
  ? ['--visitors', '10', '--every', '1', '--seconds', '4', '--begin', '2', '--no-profile']
  : ['--visitors', '60', '--every', '2', '--seconds', '24', '--begin', '10', '--no-profile']
const RECORDING = quick ? { casts: 2, seconds: 1, requests: 40 } : { casts: 6, seconds: 20, requests: 200 }

export default async function bench() {
  if (platform() !== 'linux')
    throw new Stop('The benchmark reads processor time from /proc: it runs on Linux only.')
  await generate()
  const found: Found = { failed: [], figures: [], rows: SIZES.rows, requests: SIZES.requests }
  found.bare = await attempt(found, 'a bare app beside', () =>
    besideBareApp(() => startOf(STARTS), { times: STARTS, rounds: FIRST_VIEWS }),
  )
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

async function measure(stages: Stages, found: Found) {
  await count(stages, found)
  await compare(stages, found)
  const recording = await attempt(found, 'recording', () => costOfRecording(RECORDING))
  found.figures.push(...(recording ?? []))
  found.resident = residentBytes(stages.watched.server.pid)
  found.klass = await attempt(found, 'a class', () => onOwnServer(readOptions(CLASS)))
  found.profiles = await attempt(found, 'where the time goes', () => profilesOf(SIZES.sampled))
  tell(found, say)
  const run = conditions()
  const kept = { ...run, figures: found.figures, wire: found.wire ?? [] }
  write('app/_pages/numbers/figures.json', `${JSON.stringify(kept, null, 2)}\n`)
  const path = 'docs/benchmarks.md'
  // What is told of larger classes is of a run of their own.
  write(path, withSectionsOf(reportOf(run, found, quick), readFileSync(join(root, path), 'utf8')))
  return found.failed.length === 0 ? 0 : 1
}

function write(path: string, text: string) {
  writeFileSync(join(root, path), text)
}

/** What fails is told at the end; the rest goes on. */
async function attempt<T>(found: Found, name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await step(name, work)
  } catch (error) {
    const why = (error as Error).message
    say(`  failed: ${why}`)
    found.failed.push({ name, why })
    return null
  }
}

async function count({ watched }: Stages, found: Found) {
  found.wire = await attempt(found, 'octets and statements', () => wireOf(watched))
  found.cookie = await attempt(found, 'a full cookie', () => fullCookie(watched))
  found.token = await attempt(found, 'an access token', () => tokenOctets(watched))
  found.scripts = await attempt(found, 'JavaScript of the pages', () => scriptsOf(watched))
}

async function compare(stages: Stages, found: Found) {
  const lanes = {
    watched: await lanesOn(stages.watched.origin),
    crowded: await lanesOn(stages.crowded.origin),
  }
  const until = performance.now() + 1000 * WHOLE
  for (const group of groupsOf(stages, lanes, SIZES)) {
    const left = (until - performance.now()) / 1000
    await attempt(found, group.name, () => oneGroup(group, Math.min(SHARE * group.share, left), found))
  }
}

async function oneGroup({ prepare, targets, figures }: Group, seconds: number, found: Found) {
  if (seconds < SHARE / 2) throw new Error('no time was left')
  await prepare?.(found)
  const measured = await interleaved(await targets(), seconds)
  found.microseconds ??= measured.floor && mean(measured.floor)
  for (const { of, to, ...figure } of figures)
    found.figures.push({ ...figure, ...ratioOf(measured[of] ?? [], measured[to] ?? []) })
}

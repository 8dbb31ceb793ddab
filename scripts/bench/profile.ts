// Where the time goes: a sampled profile of the server for each lane, by whose code it is. Shares, not times: the profiler itself costs.
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join } from 'node:path'
import { onStage, type Stage } from '../faults/stage.ts'
import { inspect, type Session } from '../inspect.ts'
import { distDir } from '../prepare.ts'
import { root } from '../say.mjs'
import { freePort } from '../serve.ts'
import { slice, type Target } from './load.ts'
import { FLOOR, type Lanes, lanesOn, reading } from './targets.ts'

/** Microseconds between two samples. */
const INTERVAL = 250

/** Whose code a file is; the first that fits. What fits none is counted as the rest. */
export const OWNERS: [name: string, form: RegExp][] = [
  ['the recording', /^lib\/(trace|statement-channel)/],
  ['this project', /^(app|lib|proxy|instrumentation)/],
  ['sealing, signing: iron-session, jose, WebCrypto', /iron-|jose|internal\/crypto/],
  ['Prisma, libSQL, SQLite', /@prisma|generated\/prisma|libsql|async-mutex/],
  ['checking: zod, limiter', /zod|rate-limiter/],
  ['Next.js, Node: HTTP', /node_modules\/|node:|^next/],
]
const COLLECTOR = 'memory: the garbage collector'
const REST = 'not to be told'
export const GROUPS = [...OWNERS.map(([name]) => name).reverse(), COLLECTOR, REST]

/** @returns by target: hundredths of the bare handler's samples, by group */
export async function profilesOf(requests: number): Promise<Profiles> {
  const inspector = await freePort()
  return onStage(
    async (stage) => {
      await stage.start()
      const lanes = await lanesOn(stage.origin)
      const session = await inspect(inspector)
      await session.ask('Profiler.enable')
      await session.ask('Profiler.setSamplingInterval', { interval: INTERVAL })
      const sampled: Profiles = {}
      for (const [name, target] of Object.entries(targetsOf(lanes)))
        sampled[name] = await sample(session, stage, target, requests)
      session.close()
      const whole = Object.values(sampled.floor ?? {}).reduce((sum, share) => sum + share, 0)
      return Object.fromEntries(
        Object.entries(sampled).map(([name, groups]) => [name, hundredths(groups, whole)]),
      )
    },
    { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` },
  )
}

const targetsOf = (lanes: Lanes) => ({
  floor: FLOOR,
  cookie: reading(lanes.cookie),
  session: reading(lanes.session),
  jwt: reading(lanes.jwt),
  me: reading(lanes.jwt, 'me'),
})

/** By group. */
export type Shares = Record<string, number>
export type Profiles = Record<string, Shares>

const hundredths = (groups: Shares, whole: number) =>
  Object.fromEntries(GROUPS.map((group) => [group, Math.round((100 * (groups[group] ?? 0)) / whole)]))

/** Microseconds a request, by group. */
async function sample(session: Session, stage: Stage, target: Target, requests: number) {
  const server = { pid: stage.server.pid, port: stage.port }
  await slice(server, target, requests)
  await session.ask('Profiler.start')
  await slice(server, target, requests)
  const { profile }: { profile: Profile } = await session.ask('Profiler.stop')
  return sumsOf(profile, requests)
}

/** As the protocol of the inspector has it. */
interface ProfileNode {
  id: number
  children?: number[]
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
  parent?: ProfileNode
}

interface Profile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

function sumsOf({ nodes, samples, timeDeltas }: Profile, requests: number): Shares {
  const byId = new Map(nodes.map((node: ProfileNode) => [node.id, node]))
  for (const node of nodes) for (const child of node.children ?? []) byId.get(child)!.parent = node
  const sums: Shares = {}
  for (const [at, id] of samples.entries()) {
    const group = groupOf(byId.get(id)!)
    if (group) sums[group] = (sums[group] ?? 0) + timeDeltas[at]! / requests
  }
  return sums
}

/** Native code has no file: it belongs to whoever called it. null: nothing was running. */
function groupOf(node: ProfileNode): string | null {
  const { functionName, url } = node.callFrame
  if (functionName === '(idle)') return null
  if (functionName === '(garbage collector)') return COLLECTOR
  if (!url) return node.parent?.callFrame.url ? groupOf(node.parent) : REST
  const file = fileOf(node.callFrame)
  return OWNERS.find(([, form]) => form.test(file))?.[0] ?? REST
}

const maps = new Map<string, SourceMap | null>()

/** As the sources have it, where the build put several files into one. */
function fileOf({ url, lineNumber, columnNumber }: ProfileNode['callFrame']) {
  const path = decodeURIComponent(url).replace(/^file:\/\//, '')
  if (!path.includes('/server/chunks/')) return path.replace(/^.*\/(?=node_modules\/)/, '')
  const map = maps.get(path) ?? mapOf(basename(path))
  maps.set(path, map)
  const entry = map?.findEntry(lineNumber, columnNumber)
  const source = entry && 'originalSource' in entry ? entry.originalSource : path
  return source.replace(/^(\.\.\/)+/, '').replace(/^.*\/(?=node_modules\/)/, '')
}

function mapOf(name: string) {
  const path = join(root, distDir, 'server/chunks', `${name}.map`)
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
}

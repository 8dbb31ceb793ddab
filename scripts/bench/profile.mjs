// Where the time goes: a sampled profile of the server for each lane, by whose code it is. Shares, not times: the profiler itself costs.
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join } from 'node:path'
import { onStage } from '../faults/stage.mjs'
import { inspect } from '../inspect.mjs'
import { distDir } from '../prepare.mjs'
import { root } from '../say.mjs'
import { freePort } from '../serve.mjs'
import { slice } from './load.mjs'
import { FLOOR, lanesOn, reading } from './targets.mjs'

/** Microseconds between two samples. */
const INTERVAL = 250

/** Whose code a file is; the first that fits. What fits none is counted as the rest. */
export const OWNERS = [
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
export async function profilesOf(requests) {
  const inspector = await freePort()
  return onStage(
    async (stage) => {
      await stage.start()
      const lanes = await lanesOn(stage.origin)
      const session = await inspect(inspector)
      await session.ask('Profiler.enable')
      await session.ask('Profiler.setSamplingInterval', { interval: INTERVAL })
      const sampled = {}
      for (const [name, target] of Object.entries(targetsOf(lanes)))
        sampled[name] = await sample(session, stage, target, requests)
      session.close()
      const whole = Object.values(sampled.floor).reduce((sum, share) => sum + share, 0)
      return Object.fromEntries(
        Object.entries(sampled).map(([name, groups]) => [name, hundredths(groups, whole)]),
      )
    },
    { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` },
  )
}

const targetsOf = (lanes) => ({
  floor: FLOOR,
  cookie: reading(lanes.cookie),
  session: reading(lanes.session),
  jwt: reading(lanes.jwt),
  me: reading(lanes.jwt, 'me'),
})

const hundredths = (groups, whole) =>
  Object.fromEntries(GROUPS.map((group) => [group, Math.round((100 * (groups[group] ?? 0)) / whole)]))

/** Microseconds a request, by group. */
async function sample(session, stage, target, requests) {
  const server = { pid: stage.server.pid, port: stage.port }
  await slice(server, target, requests)
  await session.ask('Profiler.start')
  await slice(server, target, requests)
  const { profile } = await session.ask('Profiler.stop')
  return sumsOf(profile, requests)
}

function sumsOf({ nodes, samples, timeDeltas }, requests) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const node of nodes) for (const child of node.children ?? []) byId.get(child).parent = node
  const sums = {}
  for (const [at, id] of samples.entries()) {
    const group = groupOf(byId.get(id))
    if (group) sums[group] = (sums[group] ?? 0) + timeDeltas[at] / requests
  }
  return sums
}

/** Native code has no file: it belongs to whoever called it. null: nothing was running. */
function groupOf(node) {
  const { functionName, url } = node.callFrame
  if (functionName === '(idle)') return null
  if (functionName === '(garbage collector)') return COLLECTOR
  if (!url) return node.parent?.callFrame.url ? groupOf(node.parent) : REST
  const file = fileOf(node.callFrame)
  return OWNERS.find(([, form]) => form.test(file))?.[0] ?? REST
}

const maps = new Map()

/** As the sources have it, where the build put several files into one. */
function fileOf({ url, lineNumber, columnNumber }) {
  const path = decodeURIComponent(url).replace(/^file:\/\//, '')
  if (!path.includes('/server/chunks/')) return path.replace(/^.*\/(?=node_modules\/)/, '')
  const map = maps.get(path) ?? mapOf(basename(path))
  maps.set(path, map)
  const source = map?.findEntry(lineNumber, columnNumber).originalSource ?? path
  return source.replace(/^(\.\.\/)+/, '').replace(/^.*\/(?=node_modules\/)/, '')
}

function mapOf(name) {
  const path = join(root, distDir, 'server/chunks', `${name}.map`)
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
}

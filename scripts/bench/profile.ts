// Where the time goes: a sampled profile of the server for each lane, by whose code it is. Shares, not times: the profiler itself costs.
import { COLLECTOR, ownerOfNode, profiled, REST, sumsBy } from '../cpu-profile.ts'
import { onStage, type Stage } from '../faults/stage.ts'
import { inspect, type Session } from '../inspect.ts'
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
export const GROUPS = [...OWNERS.map(([name]) => name).reverse(), COLLECTOR, REST]

/** @returns by target: hundredths of the bare handler's samples, by group */
export async function profilesOf(requests: number): Promise<Profiles> {
  const inspector = await freePort()
  return onStage(
    async (stage) => {
      await stage.start()
      const lanes = await lanesOn(stage.origin)
      const session = await inspect(inspector)
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
async function sample(session: Session, stage: Stage, target: Target, requests: number): Promise<Shares> {
  const server = { pid: stage.server.pid, port: stage.port }
  await slice(server, target, requests)
  const profile = await profiled(session, INTERVAL, () => slice(server, target, requests))
  const sums = sumsBy(profile, (node) => ownerOfNode(node, ownerOf))
  return Object.fromEntries([...sums].map(([group, sum]) => [group, sum / requests]))
}

const ownerOf = (file: string) => OWNERS.find(([, form]) => form.test(file))?.[0] ?? REST

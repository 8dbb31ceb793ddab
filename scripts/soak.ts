// npm run soak: 50 requests a second over the lanes for ten minutes (SOAK_SECONDS), on this machine alone. What grows, what fails, what is left:
// docs/soak.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ShopClient } from '../lib/client/shop-client.ts'
import { numberOf } from './copies.ts'
import { LANES, onStage, type Stage } from './faults/stage.ts'
import { inspect, type Session } from './inspect.ts'
import { type Cell, conditions, load, residentBytes, table } from './machine.ts'
import { build, generate } from './prepare.ts'
import { root, say, step } from './say.mjs'
import { freePort } from './serve.ts'
import { mean, quantile } from './statistics.ts'
import { ask, type Owner, signedIn } from './visitors.ts'

const SECONDS = Number(process.env.SOAK_SECONDS || 600)
const PER_SECOND = 50
const VISITORS = 12
/** Growth of what is alive that is not noise, in MB a minute, over the second half. */
const MOST_GROWTH = 1
/** Seconds between two looks at what is alive: each begins with a collection. */
const LOOK_EVERY = 20
/** Seconds. Before that memory still grows to what the collector finds worth its while. */
const LONG_ENOUGH = 300
/** The second half to the first, of 99 in 100. Milliseconds say who else is on the machine. */
const SLOWER = 2
/** The sweeper comes once a minute. */
const SWEPT_WITHIN = 150
const VERDICTS = new Map<boolean | null, string>([
  [true, 'as promised'],
  [false, '**not so**'],
  [null, 'too short a run to say'],
])

export default async function soak() {
  await generate()
  await build()
  const inspector = await freePort()
  return onStage((stage) => onLoad(stage, inspector), { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` })
}

interface Visitor {
  owner: Owner
  client: ShopClient
  /** A refresh is under way. */
  refreshing?: boolean
}

/** When, in milliseconds from the beginning, and MB. */
type Point = [at: number, megabytes: number]

interface Seen {
  /** Milliseconds of each request. */
  times: number[]
  /** How often each was answered; 0: not at all. */
  statuses: Map<number, number>
  /** The heap after a collection. */
  alive: Point[]
  /** MB. */
  resident: number[]
}

async function onLoad(stage: Stage, inspector: number) {
  await stage.start()
  const session = await inspect(inspector)
  const seen: Seen = { times: [], statuses: new Map(), alive: [], resident: [] }
  let visitors = await newVisitors(stage)
  await step(`${PER_SECOND} requests a second for ${SECONDS} s`, async () => {
    const from = performance.now()
    for (let nth = 0; nth < SECONDS * PER_SECOND; nth++) {
      const due = from + (nth * 1000) / PER_SECOND
      const early = due - performance.now()
      if (early > 0) await sleep(early)
      // Visitors come and go.
      if (nth % (60 * PER_SECOND) === 60 * PER_SECOND - 1) visitors = await newVisitors(stage, visitors)
      if (nth % (LOOK_EVERY * PER_SECOND) === 0) void look(stage, session, from, seen)
      void one(visitors[nth % visitors.length]!, nth, seen)
    }
    await sleep(2000)
  })
  session.close()
  const left = await swept(stage)
  return report(seen, left)
}

/** The heap after a collection: only what is still wanted. */
async function look(stage: Stage, session: Session, from: number, { alive, resident }: Seen) {
  await session.ask('HeapProfiler.collectGarbage')
  const { usedSize } = await session.ask('Runtime.getHeapUsage')
  alive.push([performance.now() - from, usedSize / 1e6])
  resident.push(residentBytes(stage.server.pid) / 1e6)
}

/** The old ones leave: most end their sandbox, one finds that its time is over. */
async function newVisitors(stage: Stage, old: Visitor[] = []) {
  if (old[0]) expire(stage, `WHERE id = '${old[0].owner.sandbox}'`)
  for (const [nth, { owner }] of old.entries())
    if (nth > 0) await ask('DELETE', `${stage.origin}/api/sandbox`, { headers: owner.headers })
  const visitors: Visitor[] = []
  for (let nth = 0; nth < VISITORS; nth++) {
    const owner = await stage.owner()
    visitors.push({ owner, client: await signedIn(owner, LANES[nth % 3]!) })
  }
  return visitors
}

async function one(visitor: Visitor, nth: number, { times, statuses }: Seen) {
  const from = performance.now()
  const answer = await next(visitor, nth % 5).catch(() => ({ status: 0 }))
  times.push(performance.now() - from)
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
}

function next(visitor: Visitor, kind: number) {
  const { client } = visitor
  if (kind === 0) return client.add('apple')
  if (kind === 1 && client.refreshToken && !visitor.refreshing) return refresh(visitor)
  return client.get(kind === 2 ? 'me' : 'cart')
}

/** One at a time, as the tabs of a browser do it: a token that comes twice ends its family. */
async function refresh(visitor: Visitor) {
  visitor.refreshing = true
  try {
    return await visitor.client.post('refresh')
  } finally {
    visitor.refreshing = false
  }
}

/** All sandboxes are made to end; how many rows are left when the sweeper has been there. */
async function swept(stage: Stage) {
  expire(stage)
  const other = stage.open()
  other.exec('PRAGMA busy_timeout = 5000')
  const tables = [
    'Sandbox',
    'User',
    'Session',
    'RefreshFamily',
    'SpentRefreshToken',
    'Cart',
    '"Order"',
    'DeniedToken',
    'VisitGeneration',
  ]
  const count = () => tables.reduce((sum, table) => sum + numberOf(other, `SELECT count(*) FROM ${table}`), 0)
  const left = await step('The sweeper', async () => {
    for (let waited = 0; waited < SWEPT_WITHIN && count() > 0; waited++) await sleep(1000)
    return count()
  })
  other.close()
  return left
}

function expire(stage: Stage, which = '') {
  const other = stage.open()
  other.exec(
    `PRAGMA busy_timeout = 5000; UPDATE Sandbox SET expiresAt = '2020-01-01T00:00:00.000+00:00' ${which}`,
  )
  other.close()
}

/** `good`: null: nobody can say. */
type Line = [what: string, found: Cell, wanted: string, good: boolean | null]

function report({ times, statuses, alive, resident }: Seen, left: number) {
  const failed = [...statuses].reduce(
    (sum, [status, count]) => sum + (status === 0 || status >= 500 ? count : 0),
    0,
  )
  const growth = slopeOf(lowsOf(alive.slice(Math.floor(alive.length / 2))))
  const grows = SECONDS >= LONG_ENOUGH ? growth > MOST_GROWTH : null
  const middle = Math.floor(times.length / 2)
  const slower = quantile(times.slice(middle), 0.99) / quantile(times.slice(0, middle), 0.99)
  const answers = [...statuses].map(([status, count]) => `${count} × ${status || 'none'}`).join(', ')
  const lines: Line[] = [
    ['requests', `${times.length}: ${answers}`, 'no 5xx, none without an answer', failed === 0],
    [
      'time',
      `${quantile(times, 0.5).toFixed(0)} ms (half), ${quantile(times, 0.99).toFixed(0)} ms (99 %); in the second half ${slower.toFixed(2)} times the first (99 %)`,
      `${SLOWER} times`,
      slower <= SLOWER,
    ],
    [
      'memory',
      `alive ${alive.at(0)?.[1].toFixed(0)} MB at first, ${alive.at(-1)?.[1].toFixed(0)} MB at last, ${growth.toFixed(2)} MB a minute in the second half; resident ${Math.max(...resident).toFixed(0)} MB at most`,
      `${MOST_GROWTH} MB a minute`,
      grows === null ? null : !grows,
    ],
    ['rows left', left, 'none, when all sandboxes have ended and the sweeper came', left === 0],
  ]
  say('')
  for (const [what, found] of lines) say(`${what.padEnd(11)}${found}`)
  const ok = lines.every(([, , , good]) => good !== false)
  say(ok ? '\nAs promised.' : '\nNot as promised.')
  writeFileSync(join(root, 'docs/soak.md'), textOf(lines))
  return ok ? 0 : 1
}

function textOf(lines: Line[]) {
  const { when, machine, node } = conditions()
  const rows = lines.map(([what, found, wanted, good]) => [what, found, wanted, VERDICTS.get(good) ?? ''])
  return `# The same load for a while

Written by \`npm run soak\` on ${when}: ${PER_SECOND} requests a second for ${SECONDS} s over the three lanes. ${machine}, Node ${node}, load at the end ${load()}.

${table(['', 'seen', 'wanted', ''], rows)}

- ${VISITORS} visitors, who are signed in, read, add and refresh; every minute others take their place.
- Requests are sent when they are due, whether or not those before are answered.
- 404: a request that was under way when its visitor left.
- Alive is the heap after a collection, every ${LOOK_EVERY} s; growth is the least-squares line through the lowest of each minute of the
  second half, since what visitors leave in memory goes with them once a minute. It is judged from ${LONG_ENOUGH} s on.
- Milliseconds are those of this machine with whatever else ran on it.
`
}

/** The lowest of each minute. */
function lowsOf(points: Point[]): Point[] {
  const minutes = Map.groupBy(points, ([at]) => Math.floor(at / 60_000))
  return [...minutes.values()].map((minute) =>
    minute.reduce((low, point) => (point[1] < low[1] ? point : low)),
  )
}

/** Least squares, in MB a minute. */
function slopeOf(points: Point[]) {
  const x = mean(points.map(([at]) => at))
  const y = mean(points.map(([, megabytes]) => megabytes))
  const over = points.reduce((sum, [at, megabytes]) => sum + (at - x) * (megabytes - y), 0)
  const under = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  return under === 0 ? 0 : (over / under) * 60_000
}

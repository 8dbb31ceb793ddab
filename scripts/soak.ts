// npm run soak: 50 requests a second over the lanes for ten minutes (SOAK_SECONDS), on this machine alone. What grows, what fails, what is left:
// docs/soak.md.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ShopClient } from '../lib/client/shop-client.ts'
import { numberOf } from './copies.ts'
import { LANES, onStage, type Stage } from './faults/stage.ts'
import { inspect, type Session } from './inspect.ts'
import { residentBytes } from './machine.ts'
import { build, generate } from './prepare.ts'
import { step } from './say.mjs'
import { freePort } from './serve.ts'
import { LOOK_EVERY, PER_SECOND, report, SECONDS, type Seen, VISITORS } from './soak/report.ts'
import { ask, type Owner, signedIn } from './visitors.ts'

/** The sweeper comes once a minute. */
const SWEPT_WITHIN = 150

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
    'UserKey',
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

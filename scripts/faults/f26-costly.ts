import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, type Call, PROMISE, processorTime, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'
import type { Stage } from './stage.ts'
import type { Stranger } from './stranger.ts'

const MANY = `?${'a&'.repeat(7500)}`
const BEYOND = ['/', '/api/catalogue', '/icon.svg', '/_next/static/x.js'].map((path) => path + MANY)
const SLASHES = `/api/a${'/'.repeat(15_000)}x/`
/** As much as there may be of each. */
const AT_THE_BRIM = [
  `/?${'a&'.repeat(99)}`,
  `/api/catalogue?${'a&'.repeat(99)}${'b'.repeat(4000)}`,
  `/api${'/a'.repeat(31)}`,
]
/** Milliseconds of processor. */
const MOST = 50

export default {
  id: 'F26',
  title: 'a query with one name 7 500 times, and 15 000 slashes: three of each a second for 20 s',
  goal: `${MOST} ms of processor each at most, 414; ${PROMISE}`,
  run: ({ quick }) => suffered([{ name: 'costly', prepare: costs, abuse: costly }], quick),
} satisfies Fault

/** Milliseconds of processor, of the dearest; one after the other, with nobody beside. */
async function costs({ stage, abuser, quick }: Call) {
  const costs: number[] = []
  for (const path of [...BEYOND, SLASHES, ...AT_THE_BRIM])
    costs.push(await costOf(path, stage, abuser, quick ? 10 : 50))
  return costs
}

async function costOf(path: string, { server }: Stage, abuser: Stranger, many: number) {
  const from = processorTime(server.pid)
  for (let nth = 0; nth < many; nth++) await abuser.ask('GET', path)
  return (processorTime(server.pid) - from) / many
}

async function costly({ abuser, seconds, prepared }: Abuse<number[]>) {
  const until = performance.now() + seconds(20)
  const asked = []
  while (performance.now() < until) {
    asked.push(abuser.ask('GET', BEYOND[asked.length % BEYOND.length]!), abuser.ask('GET', SLASHES))
    await sleep(1000 / 3)
  }
  const wrong = (await Promise.all(asked)).filter(({ status }) => status !== 414).length
  const beyond = Math.max(...prepared.slice(0, 5))
  const brim = Math.max(...prepared.slice(5))
  const dear = prepared.filter((cost) => cost > MOST).length
  return {
    tried: `${asked.length} requests`,
    wrong: wrong + dear,
    note: `${beyond.toFixed(1)} ms of processor each, ${brim.toFixed(1)} for the most that is let in`,
  }
}

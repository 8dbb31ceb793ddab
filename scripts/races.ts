// npm run races: simultaneous refreshes and parallel adds, by the hundred, over real connections against the production build.
// Two servers on one database file: inside one process nothing comes between the read and the write of a request, and a lost update
// could not be seen even where nothing prevents it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StrategyName } from '../lib/strategies/strategy.ts'
import type { Cell } from './machine.ts'
import { build, generate, migrate } from './prepare.ts'
import { elapsed, say, step } from './say.mjs'
import { freePort, serve } from './serve.ts'
import { guest, newOwner } from './visitors.ts'

const isQuick = process.argv.includes('--quick')

/** callers × races: 500 in all, half of them with a grace window. */
const REFRESH_RACES = [
  { callers: 2, races: 125 },
  { callers: 5, races: 75 },
  { callers: 20, races: 50 },
].map(({ callers, races }) => ({ callers, times: isQuick ? Math.ceil(races / 10) : races }))
const ADDS = isQuick ? 500 : 10_000
const TABS = 6
const SERVERS = 2
const GRACE = 10

/** With grace: races with a loser. Without: races with another number of winners than one. */
const THROWN_OUT = 'wrong winners'

export default async function races() {
  const work = mkdtempSync(join(tmpdir(), 'remember-me-races-'))
  const {
    DATABASE_URL: _url,
    APP_ORIGIN: _app,
    ATTACKER_ORIGIN: _attacker,
    FRONT_ORIGIN: _front,
    ...rest
  } = process.env
  const env = { ...rest, DATA_DIR: join(work, 'data'), RATE_LIMIT_SCALE: '1000000', SHARE_DATA_DIR: '1' }
  await generate()
  await migrate(env)
  await build()
  const servers = []
  const origins = []
  try {
    for (let nth = 0; nth < SERVERS; nth++) {
      const port = await freePort()
      servers.push(await serve({ port, env }))
      origins.push(`http://localhost:${port}`)
    }
    return await onServers(origins)
  } finally {
    for (const server of servers) server.stop()
    for (const server of servers) await server.ended
    rmSync(work, { recursive: true, force: true })
  }
}

async function onServers(origins: string[]) {
  const refreshes = []
  for (const grace of [0, GRACE])
    for (const { callers, times } of REFRESH_RACES)
      refreshes.push(
        await step(`${times} races of ${callers} refreshes, grace ${grace} s`, () =>
          refreshRaces(origins, grace, callers, times),
        ),
      )
  const adds = []
  for (const lane of ['session', 'jwt'] as const)
    adds.push(
      await step(`${ADDS} adds from ${TABS} tabs at once, ${lane}`, () => parallelAdds(origins, lane)),
    )
  say('')
  table(refreshes)
  say('')
  table(adds)
  const failed = [...refreshes, ...adds].filter(({ result }) => result !== 'ok')
  say(`\n${failed.length === 0 ? 'All as promised.' : `${failed.length} not as promised.`}`)
  return failed.length === 0 ? 0 : 1
}

/** One successor at most, and one family. With grace everybody goes on; without, the family ends and nobody is given another token. */
async function refreshRaces(origins: string[], grace: number, callers: number, times: number) {
  const from = performance.now()
  const owner = await newOwner(origins)
  await owner.turn({ jwt: { grace } })
  const seen = { twoSuccessors: 0, thrownOut: 0, cookiesTouched: 0, odd: 0 }
  let tab = await guest(owner)
  for (let nth = 0; nth < times; nth++) {
    const answers = await together(callers, async () => {
      const other = tab.copy()
      return { ...(await other.post('refresh')), tab: other }
    })
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status }) => status !== 200)
    if (new Set(won.map(({ tab: winner }) => winner.refreshToken)).size !== 1) seen.twoSuccessors++
    if (grace > 0 ? lost.length > 0 : won.length !== 1) seen.thrownOut++
    seen.cookiesTouched += lost.filter(({ setCookie }) => setCookie.length > 0).length
    seen.odd += lost.filter(({ status }) => status !== 401).length
    // Without grace the family is over, as declared: the next race has one of its own.
    tab = grace > 0 && won[0] ? won[0].tab : await guest(owner)
  }
  const families = await owner.families()
  const doubled = families.length - (grace > 0 ? 1 : times + 1)
  return {
    callers,
    races: times,
    grace: `${grace} s`,
    'two successors': seen.twoSuccessors,
    'families too many': doubled,
    [THROWN_OUT]: seen.thrownOut,
    'losers given a cookie': seen.cookiesTouched,
    'other answers': seen.odd,
    time: elapsed(from),
    result: doubled + Object.values(seen).reduce((sum, count) => sum + count, 0) === 0 ? 'ok' : 'FAILED',
  }
}

/** Every add that was acknowledged is there, and nothing else. */
async function parallelAdds(origins: string[], lane: StrategyName) {
  const from = performance.now()
  const owner = await newOwner(origins)
  const skus = await owner.products()
  // Long enough for all of them: what is measured is the cart, not the expiry.
  await owner.turn({ jwt: { accessLife: 900 } })
  const tab = await guest(owner, lane)
  const todo = Array.from({ length: ADDS }, (_, nth) => skus[nth % skus.length]!)
  let acknowledged = 0
  let again = 0
  let other = 0
  await together(TABS, async () => {
    for (let sku = todo.pop(); sku; sku = todo.pop()) {
      const { status, body } = await tab.copy().add(sku)
      if (status === 200) acknowledged++
      else if (body?.code === 'try_again') todo.push(sku) && again++
      else other++
    }
  })
  const { lines } = (await tab.get('cart')).body
  // The one with which the guest began.
  const there = lines.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0) - 1
  return {
    lane,
    adds: ADDS,
    acknowledged,
    'asked to try again': again,
    'other answers': other,
    there,
    lost: acknowledged - there,
    time: elapsed(from),
    result: acknowledged === ADDS && there === ADDS && other === 0 ? 'ok' : 'FAILED',
  }
}

function together<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, work))
}

function table(rows: Record<string, Cell>[]) {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))]
  const widths = names.map((_, nth) => Math.max(...lines.map((line) => line[nth]!.length)))
  for (const line of lines) say(line.map((cell, nth) => cell.padStart(widths[nth]!)).join('   '))
}

// What can be counted and needs no rounds: octets, statements, tokens, lines, JavaScript, the start.
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Action } from '../../lib/shop/operations.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import type { Exchange } from '../../lib/trace/model/exchange.ts'
import { LANES, onStage, type Stage } from '../faults/stage.ts'
import { residentBytes } from '../machine.ts'
import { median } from '../statistics.ts'
import type { Owner } from '../visitors.ts'
import { lanesOn } from './targets.ts'

/** A minimal page of this framework: octets of gzip. Measured once, on an empty app. */
const FLOOR_JS = 135_030
/** `allowance`: octets beyond that. */
const PAGES = [
  { paths: ['/', '/cookie', '/session', '/jwt', '/learn/l08-forced-sign-out'], allowance: 40 * 1024 },
  { paths: ['/labs', '/learn', '/myths', '/code', '/about', '/numbers'], allowance: 25 * 1024 },
]

/** Octets on the wire and statements of single requests, as the server's own wire tap counted them. */
export async function wireOf({ origin }: Stage) {
  const lanes = await lanesOn(origin)
  for (const lane of LANES) await lanes[lane].client.get('cart')
  await lanes.jwt.client.post('refresh')
  const everywhere: Action[] = ['sign-in', 'cart.read', 'cart.add']
  const wanted: Wanted[] = [
    ...LANES.flatMap((lane) => everywhere.map((action): Wanted => [lane, action])),
    ['jwt', 'refresh'],
  ]
  const exchanges = await timelineOf(lanes.cookie.owner, wanted)
  return wanted.map(([lane, action]) => {
    const { request, response, cost } = lastOf(exchanges, lane, action)!
    return {
      lane,
      action,
      up: request.headBytes + request.bodyBytes,
      down: response!.headBytes + response!.bodyBytes,
      reads: cost.reads,
      writes: cost.writes,
    }
  })
}

type Wanted = [lane: StrategyName, action: Action]

const lastOf = (exchanges: Exchange[], lane: StrategyName, action: Action) =>
  exchanges.findLast((one) => one.strategy === lane && one.action === action && one.response)

/** An exchange is there a moment after its answer. */
async function timelineOf(owner: Owner, wanted: Wanted[]) {
  for (let tries = 0; tries < 100; tries++) {
    const exchanges = await allExchanges(owner)
    if (wanted.every((one) => lastOf(exchanges, ...one))) return exchanges
    await sleep(50)
  }
  throw new Error('The timeline does not show what was sent')
}

async function allExchanges(owner: Owner, after = 0): Promise<Exchange[]> {
  const { exchanges, more } = await owner.control('GET', `exchanges?after=${after}`)
  return more ? [...exchanges, ...(await allExchanges(owner, exchanges.at(-1).seq))] : exchanges
}

/** How many different things fit into the cart of the cookie lane, what is said then, and the longest cookie meanwhile. */
export async function fullCookie(stage: Stage) {
  const owner = await stage.owner()
  const client = await stage.signedIn('cookie', owner)
  let longest = 0
  let lines = 0
  let said = 'never'
  for (const sku of await owner.products()) {
    const { status, body } = await client.add(sku)
    const [{ name, value } = { name: '', value: '' }] = client.jar.cookies
    longest = Math.max(longest, name.length + value.length)
    if (status === 200) lines++
    else said = `${status} ${body?.code}`
    if (status !== 200) break
  }
  return { lines, longest, said }
}

/** Octets of an access token with three lines in the cart. */
export async function tokenOctets({ origin }: Stage) {
  const { jwt } = await lanesOn(origin)
  return jwt.client.accessToken!.length
}

/** Octets of gzip, without the file that only old browsers load. */
export async function scriptsOf({ origin }: Stage) {
  const rows = []
  for (const { paths, allowance } of PAGES)
    for (const path of paths)
      rows.push({ path, octets: await scriptOctets(origin, path), most: FLOOR_JS + allowance })
  return rows
}

async function scriptOctets(origin: string, path: string) {
  const page = await (await fetch(origin + path)).text()
  // Those of the tags, and those that the page's own data name.
  const named = page.match(/\/_next\/static\/[^"'\\ ]+?\.js/g)
  const old = page.match(/<script\b[^>]*\bnomodule\b[^>]*>/gi) ?? []
  const unused = new Set<string>(old.flatMap((tag) => tag.match(/\/_next[^"]+?\.js/) ?? []))
  const first = [...new Set(named)].filter((source) => !unused.has(source))
  let sum = 0
  for (const source of first)
    sum += gzipSync(await (await fetch(origin + source)).bytes(), { level: 9 }).length
  return sum
}

/** Milliseconds from the command to the first answer, on a database that is there already; and octets in memory then. */
export const startOf = (times: number) =>
  onStage(async (stage) => {
    await stage.start()
    const starts = []
    for (let nth = 0; nth < times; nth++) {
      await stage.kill()
      starts.push(await stage.start())
    }
    return { milliseconds: median(starts), times, resident: residentBytes(stage.server.pid) }
  })

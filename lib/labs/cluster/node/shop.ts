/** The shop of a node: six things to ask for, in each lane. From request to answer as lib/serve does it, with much less around. */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { add } from '@/lib/shop/cart'
import { findProduct } from '@/lib/shop/catalogue'
import type { Visit } from '@/lib/shop/visit'
import { refresh } from '@/lib/strategies/jwt/refresh'
import type { SaveOutcome } from '@/lib/strategies/strategy'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { NodeConfig } from '../rules'
import { HALF_COOKIE, HALF_LIFE, halfSignIns } from './half'
import { MINA, type NodeVisit, nodeVisit } from './lane-ports'
import { type Records, StoreGone } from './records'

export interface NodeAnswer {
  status: number
  body: object
  setCookie: string[]
}

type Said = Omit<NodeAnswer, 'setCookie'>

interface Asked extends NodeVisit {
  lane: StrategyName
  body: unknown
  config: NodeConfig
  records: Records
}

/** How often an add is tried again where somebody else wrote first. */
const MOST_ATTEMPTS = 5

const OPERATIONS: Readonly<Record<string, (asked: Asked) => Promise<Said>>> = {
  'GET me': async (asked) => told((await asked.open('identity')).visit),
  'GET cart': async (asked) => told((await asked.open()).visit),
  'POST cart/items': addToCart,
  'POST sign-in': async (asked) => (isMina(asked) ? signIn(asked) : WRONG),
  'POST sign-in/begin': begin,
  'POST sign-in/finish': finish,
  'POST refresh': renew,
}

/** null: no such address. */
export async function answerShop(
  request: IncomingMessage,
  text: string,
  config: NodeConfig,
  records: Records,
): Promise<NodeAnswer | null> {
  const [, lane = '', operation = ''] = /^\/(\w+)\/([\w/-]+)$/.exec(request.url ?? '') ?? []
  const answer = OPERATIONS[`${request.method} ${operation}`]
  const strategy = STRATEGIES.find((one) => one === lane)
  if (!strategy || !answer) return null
  const visit = nodeVisit(strategy, request, config, records)
  const asked = { ...visit, lane: strategy, body: parsed(text), config, records }
  const said = await answer(asked).catch(unlessGone)
  return { ...said, setCookie: visit.cookies.lines() }
}

function unlessGone(error: unknown): Said {
  if (error instanceof StoreGone) return { status: 503, body: { code: 'no_session_server' } }
  throw error
}

const REFUSED: Said = { status: 401, body: { code: 'credential_refused' } }
const WRONG: Said = { status: 401, body: { code: 'wrong_password' } }

const told = ({ customer, cart }: Visit): Said =>
  customer ? { status: 200, body: { customer: customer.name, cart } } : REFUSED

const item = z.object({ sku: z.string().refine((sku) => findProduct(sku) !== null) })

async function addToCart({ open, body }: Asked): Promise<Said> {
  const asked = item.safeParse(body)
  if (!asked.success) return { status: 422, body: { code: 'invalid' } }
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { visit, save } = await open()
    if (!visit.customer) return REFUSED
    const saved = await save({ ...visit, cart: add(visit.cart, asked.data.sku, 1) })
    // Somebody else wrote first: read again, and add to what is there now.
    if (saved.outcome !== 'stale') return saidOf(saved)
  }
  return { status: 409, body: { code: 'try_again' } }
}

async function signIn({ open }: Asked): Promise<Said> {
  const { visit, renew: renewed } = await open()
  return saidOf(await renewed({ customer: MINA, cart: visit.customer ? visit.cart : {} }))
}

function saidOf(saved: SaveOutcome): Said {
  if (saved.outcome !== 'saved') return { status: 409, body: { code: saved.outcome } }
  const { customer, cart } = saved.visit
  return { status: 200, body: { customer: customer?.name, cart, ...saved.issued } }
}

/** The first of two requests: the password was right, and nobody is signed in yet. */
async function begin(asked: Asked): Promise<Said> {
  if (!isMina(asked)) return WRONG
  const { lane, config, records, cookies } = asked
  const value = await halfSignIns(lane, config.keys, records).begin(MINA.id)
  cookies.write({ ...half(lane), value, maxAge: HALF_LIFE })
  return { status: 200, body: { next: 'finish' } }
}

/** The second: whatever else is asked for here, somebody has to know that the first one was there. */
async function finish(asked: Asked): Promise<Said> {
  const { lane, config, records, cookies } = asked
  const [text] = cookies.read(HALF_COOKIE)
  const begun = text && (await halfSignIns(lane, config.keys, records).finish(text))
  cookies.write({ ...half(lane), value: '', maxAge: 0 })
  return begun ? signIn(asked) : { status: 401, body: { code: 'not_begun_here' } }
}

const half = (lane: StrategyName) =>
  ({ name: HALF_COOKIE, path: `/${lane}`, httpOnly: true, sameSite: 'Lax' }) as const

async function renew({ lane, jwt }: Asked): Promise<Said> {
  if (lane !== 'jwt') return { status: 404, body: { code: 'not_found' } }
  const renewed = await refresh(jwt)
  if (renewed.status !== 'valid') return REFUSED
  return { status: 200, body: { ...renewed.issued } }
}

const password = z.object({ password: z.string() })

function isMina({ body, config }: Asked): boolean {
  const given = password.safeParse(body)
  if (!given.success) return false
  const [one, other] = [Buffer.from(given.data.password), Buffer.from(config.password)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

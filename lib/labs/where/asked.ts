/** What the pages of lab X24 do with a request, behind whatever stands before them. Without the framework: app/_labs/where has that part. */
import { randomUUID } from 'node:crypto'
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { db } from '@/lib/db/client'
import { findSandbox } from '@/lib/sandbox/world/sandbox'
import { type Entry, enter } from '@/lib/serve/enter'
import type { OrderAnswer } from '@/lib/shop/answers'
import { createOrders, type Orders } from '@/lib/shop/orders'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'
import { refresh } from '@/lib/strategies/jwt/refresh'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'
import type { AnyStrategy } from '@/lib/strategies/ports'
import { sessionStrategy } from '@/lib/strategies/session/strategy'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { shopPath, type WherePlace } from './place'

const STRATEGY: Record<StrategyName, unknown> = {
  cookie: cookieStrategy,
  session: sessionStrategy,
  jwt: jwtStrategy,
}

export interface Caller {
  lane: StrategyName
  shop: string
  orders: Orders
  entry: Entry
}

/** null: these pages are in rooms of a lab only, and this is none, or it is not to be entered now. */
export async function askedOf(headers: Headers, place: WherePlace): Promise<Caller | null> {
  const lane = STRATEGIES.find((one) => one === place.lane)
  const sandbox = lane && (await findSandbox(place.sandbox))
  if (!lane || !sandbox || sandbox.roomOf === null) return null
  const shop = shopPath(place)
  const entry = await enter(lane, new Request(`http://localhost${shop}/where`, { headers }), { ...place })
  if (entry instanceof Response) return null
  return { lane, shop, orders: createOrders(db, sandbox.id, lane), entry }
}

/** Asks the lane, as each operation of the shop does: is the sign-in good now? */
export async function isFrom(user: string, { lane, entry }: Caller): Promise<boolean> {
  const open = await (STRATEGY[lane] as AnyStrategy).open(entry.ports, 'identity')
  entry.recorder?.opened(open)
  return open.status === 'valid' && open.visit.customer?.id === user
}

/** Whoever asks. */
export const ordersOf = (user: string, { orders }: Caller): Promise<OrderAnswer[]> => orders.list(user)

/** The check where the data is read. null: nobody may read them but whose they are. */
export async function ownOrdersOf(user: string, asked: Caller): Promise<OrderAnswer[] | null> {
  return (await isFrom(user, asked)) ? ordersOf(user, asked) : null
}

/** Whoever asks: the last one once more. false: there is none. */
export async function orderAgain(user: string, { orders, entry }: Caller): Promise<boolean> {
  const [last] = await orders.list(user)
  if (!last) return false
  await orders.place(randomUUID(), user, { ...last, discount: 0 }, entry.ports.now())
  return true
}

/** A new credential in the place of the one that was sent. @returns the Set-Cookie lines that have to reach the browser */
export async function renewedLines({ lane, shop, entry }: Caller): Promise<string[]> {
  const { ports, recorder, guard } = entry
  const answer = await guard(async () => {
    if (lane === 'jwt') {
      recorder?.opened(await refresh(ports))
    } else {
      const open = await (STRATEGY[lane] as AnyStrategy).open(ports, 'cart')
      recorder?.opened(open)
      if (open.status === 'valid') await open.renew(open.visit)
    }
    return new Response(null, { status: 204 })
  })
  return answer.headers.getSetCookie().filter((line) => readSetCookie(line).path?.startsWith(shop))
}

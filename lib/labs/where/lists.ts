/** Route handlers of lab X24. No layout and no page is around one. */
import { isFromItself } from '@/lib/http/address'
import { type Handler, methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import type { OrderAnswer } from '@/lib/shop/answers'
import { askedOf, type Caller, ordersOf, ownOrdersOf, renewedLines } from './asked'
import type { WherePlace } from './place'

type Context = { params: Promise<WherePlace & { user: string }> }

const list =
  (read: (user: string, asked: Caller) => Promise<OrderAnswer[] | null>): Handler =>
  async (request, { params }: Context) => {
    const { user, ...place } = await params
    const asked = await askedOf(request.headers, place)
    if (!asked) return problem('not_found')
    const orders = await read(user, asked)
    return orders ? json({ orders }) : problem('sign_in_required')
  }

export const listUnchecked = methods({ GET: list(ordersOf) })
export const listChecked = methods({ GET: list(ownOrdersOf) })

/** For proxy.ts, which sets what it is answered. */
export const renewal = methods({
  POST: async (request, { params }: Context) => {
    const asked = isFromItself(request) ? await askedOf(request.headers, await params) : null
    if (!asked) return problem('not_found')
    const response = new Response(null, { status: 204 })
    for (const line of await renewedLines(asked)) response.headers.append('Set-Cookie', line)
    return response
  },
})

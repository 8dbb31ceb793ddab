import { provingCookie } from '@/lib/strategies/lanes'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import { called, navigated, saidIn, seenIn } from './router'

export type WhereMoment = 'own' | 'load' | 'by-hand' | 'list' | 'action' | 'made-up' | 'ended' | 'renewed'
export type WhereOutcome =
  | 'shown-to-her'
  | 'not-known'
  | 'shown'
  | 'in-source'
  | 'refused'
  | 'acted'
  | 'renewed'
  | 'old-goes-on'
  | 'signed-out'
type Stage = ServerStage<WhereMoment, WhereOutcome>

export async function* play(stage: Stage): AsyncGenerator<string, void> {
  const order = await ordered(stage)
  yield 'order'
  await asStranger(stage, order)
  yield 'stranger'
  await afterTheEnd(stage, order)
  yield 'force-sign-out'
  await renew(stage)
  yield 'renew'
}

/** Of the pages. */
const PLACES: Readonly<Record<string, 'read' | 'page' | 'layout' | 'proxy'>> = {
  default: 'read',
  told: 'read',
  page: 'page',
  layout: 'layout',
  proxy: 'proxy',
}

const placeIn = ({ position }: Stage) => PLACES[position]!
const pageIn = (stage: Stage) => ['where', placeIn(stage), 'mina']

/** The page beside it, from which a browser goes there: in the same layout. */
const besideIn = (stage: Stage) =>
  placeIn(stage) === 'layout' ? ['where', 'layout', 'shelf'] : ['where', 'open']

/** Mina buys an apple. @returns the name of her order, by which it is looked for */
async function ordered(stage: Stage): Promise<string> {
  const { laptop, desk, found } = stage
  await desk.signIn(laptop)
  await laptop.add()
  const { json } = await laptop.post('checkout')
  const reply = await asBrowser(stage, () => laptop.get(pageIn(stage).join('/')))
  found('own', seenIn(reply, json.order.id) === 'shown' ? 'shown-to-her' : 'not-known', reply)
  return json.order.id
}

/** A browser that opens a page, or the framework's router in it, adds cookies and no field of the shop's own. */
async function asBrowser<T>({ laptop }: Stage, ask: () => Promise<T>): Promise<T> {
  laptop.credentials = 'cookies'
  try {
    return await ask()
  } finally {
    laptop.credentials = 'include'
  }
}

async function asStranger(stage: Stage, order: string): Promise<void> {
  const { attacker, laptop, found } = stage
  const page = pageIn(stage)
  const judged = (reply: Reply) => [seenIn(reply, order), reply, { status: reply.status }] as const
  found('load', ...judged(await attacker.get(page.join('/'))))
  found('by-hand', ...judged(await navigated(attacker, besideIn(stage), page)))
  found('list', ...judged(await attacker.get([...page, 'list'].join('/'))))

  const before = await ordersOf(laptop)
  const form = placeIn(stage) === 'read' ? 'checked' : 'unchecked'
  const action = await called(attacker, 'where/open', form, [placeOf(attacker), 'mina'])
  found('action', (await ordersOf(laptop)) > before ? 'acted' : 'refused', action)

  attacker.present('made-up', provingCookie(stage.strategy))
  found('made-up', ...judged(await attacker.get(page.join('/'))))
  attacker.forget()
}

const ordersOf = async (client: Stage['laptop']): Promise<number> =>
  (await client.get('orders')).json.orders.length

function placeOf({ strategy, path, device }: Stage['laptop']) {
  return { lane: strategy, sandbox: path.split('/')[3], device }
}

/** Her browser is on the page beside it when support ends her sign-in. Then she clicks. */
async function afterTheEnd(stage: Stage, order: string): Promise<void> {
  const { laptop, desk, found } = stage
  await desk.forceSignOut()
  const reply = await asBrowser(stage, () => navigated(laptop, besideIn(stage), pageIn(stage)))
  found('ended', seenIn(reply, order), reply, { status: reply.status })
}

/** Where it is checked it is renewed as well. What has the browser then? */
async function renew(stage: Stage): Promise<void> {
  const { laptop, desk, found, strategy } = stage
  laptop.forget()
  await desk.signIn(laptop)
  const place = placeIn(stage)
  const answer = await asBrowser(stage, () =>
    place === 'read'
      ? called(laptop, 'refresh/where/open', 'renew', [placeOf(laptop)])
      : laptop.get(`refresh/where/${place}`),
  )
  const next = strategy === 'jwt' ? await laptop.post('refresh') : await laptop.get('me')
  const isIn = next.status === 200 && (strategy === 'jwt' || next.json.customer !== null)
  const isNew = answer.setCookie.length > 0
  found('renewed', isIn ? (isNew ? 'renewed' : 'old-goes-on') : 'signed-out', next, {
    set: answer.setCookie.length,
    says: saidIn(answer),
  })
}

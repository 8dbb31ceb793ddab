/** The acts of X17, one function each. Lanes share the cluster: what happens to a node happens to all of them. */
import { NODES } from '../cluster/rules'
import type { ServerStage } from '../stage/server-stage'
import type { ClusterClient, NodeReply } from './cluster-client'
import type { ClusterMoment, ClusterOutcome } from './positions'
import { RULES } from './positions'

export type ClusterStage = ServerStage<ClusterMoment, ClusterOutcome>

/** What a lane's acts hand on. */
export interface Course {
  stage: ClusterStage
  client: ClusterClient
  /** As the last answer that acknowledged a change had it. */
  cart: string
}

export const PLAYS: Readonly<Record<string, (course: Course) => Promise<void>>> = {
  'sign-in': signIn,
  'two-requests': twoRequests,
  'click-around': clickAround,
  'two-at-once': twoAtOnce,
  refresh,
  'kill-node': killNode,
  'bring-back': bringBack,
  'new-key': newKey,
  'kill-store': killStore,
}

/** Signed in at node 1; then each node in turn. */
async function signIn({ stage, client }: Course): Promise<void> {
  const crossing = { node: 1, lane: stage.strategy }
  client.turnTo(1)
  // Where the answer does not wait for the write, the next request is there before it.
  const [, first] = RULES[stage.position]?.late
    ? await client.cluster.crossed(
        crossing,
        () => client.signIn(),
        () => client.me(),
      )
    : [await client.signIn(), await client.me()]
  const replies = [first, await client.me(), await client.me()]
  const refused = replies.filter(({ status }) => status !== 200)
  const facts = { in: replies.length - refused.length, of: replies.length, nodes: nodesOf(replies) }
  const outcome = refused.length === 0 ? 'in' : refused.length < replies.length ? 'some' : 'out'
  stage.found('next-node', outcome, refused[0] ?? replies.at(-1)!, facts)
}

async function twoRequests({ stage, client }: Course): Promise<void> {
  client.forget()
  const begun = await client.turnTo(1).begin()
  const finished = await client.finish()
  const facts = { first: begun.node, second: finished.node }
  stage.found('two-requests', finished.status === 200 ? 'in' : 'out', finished, facts)
}

/** Three things into the cart, at a node each, and then the cart at each node. */
async function clickAround({ stage, client }: Course): Promise<void> {
  await client.turnTo(1).signIn()
  client.turnTo(1)
  const adds: NodeReply[] = []
  for (const sku of ['apple', 'pear', 'plum']) adds.push(await client.add(sku))
  const refused = adds.find(({ status }) => status !== 200)
  const { nodes, stores, bytes, reads } = (adds.find(({ status }) => status === 200) ?? adds[0]!).traffic
  stage.found('copies', spreadOf(nodes, stores), adds[0]!, {
    ...{ nodes, stores, bytes, reads },
    store: client.cluster.storeName,
  })
  const carts = await readAtEach(client)
  const broken = carts.find((reply) => !hasAll(reply, ['apple', 'pear', 'plum']))
  const facts = { whole: carts.filter((reply) => hasAll(reply, ['apple', 'pear', 'plum'])).length }
  stage.found('cart', broken || refused ? 'not-whole' : 'whole', broken ?? refused ?? carts.at(-1)!, facts)
}

function spreadOf(nodes: number, stores: number): ClusterOutcome {
  if (nodes > 0) return 'to-all'
  if (stores > 1) return 'store-and-copy'
  return stores > 0 ? 'to-store' : 'nowhere'
}

/** Two tabs add something each. The first one has read and not yet written when the second one comes, at the next node. */
async function twoAtOnce({ stage, client }: Course): Promise<void> {
  await client.turnTo(1).signIn()
  await client.turnTo(1).add('bread')
  client.turnTo(1)
  const [one, other] = [client.adding('lemon'), client.adding('carrot')]
  const crossing = { node: 1, lane: stage.strategy }
  const [first, second] = await client.cluster.crossed(crossing, one, other)
  const carts = await readAtEach(client)
  const broken = carts.find((reply) => !hasAll(reply, ['bread', 'lemon', 'carrot']))
  const facts = { first: first.node, second: second.node }
  stage.found('two-at-once', broken ? 'not-whole' : 'whole', broken ?? carts.at(-1)!, facts)
}

/** At another node than the one that has signed her in. */
async function refresh({ stage, client }: Course): Promise<void> {
  await client.turnTo(1).signIn()
  const reply = await client.turnTo(2).refresh()
  const outcome = reply.status === 404 ? 'none' : reply.status === 200 ? 'in' : 'out'
  stage.found('refresh', outcome, reply, { node: reply.node })
}

/** The node that has signed her in and has her cart is killed. */
async function killNode(course: Course): Promise<void> {
  const { stage, client } = course
  await client.turnTo(1).signIn()
  course.cart = cartOf(await client.turnTo(1).add('cheese'))
  const { cluster } = client
  await stage.cluster.together('kill-node', async () => {
    if (isCached(stage)) cluster.takeOut(1)
    else await cluster.killNode(1)
  })
  const state = await stateOf(client.turnTo(1), course.cart)
  stage.found('node-killed', state.outcome, state.reply, { node: state.reply.node, tried: state.first.tried })
  if (state.outcome === 'out') return
  course.cart = cartOf(await client.add('cherry'))
}

/** It comes back: as a new process, or with what it had in its memory. */
async function bringBack(course: Course): Promise<void> {
  const { stage, client } = course
  const { cluster } = client
  await stage.cluster.once('bring-back', async () => {
    if (isCached(stage)) cluster.putBack(1)
    else await cluster.startAgain(1)
  })
  client.turnTo(1)
  const state = await stateOf(client, course.cart, () => client.turnTo(1))
  stage.found('came-back', state.outcome, state.reply, { node: state.reply.node })
}

async function killStore(course: Course): Promise<void> {
  const { stage, client } = course
  await client.turnTo(2).signIn()
  course.cart = cartOf(await client.add('cheese'))
  const hasStore = await stage.cluster.together('kill-store', () => client.cluster.killStore())
  const state = await stateOf(client, course.cart)
  stage.found('store-killed', hasStore ? state.outcome : 'none', state.reply, { status: state.reply.status })
}

/** All nodes learn the new key, then all of them use it. */
async function newKey({ stage, client }: Course): Promise<void> {
  await stage.cluster.once('new-key', () => client.cluster.rollKeys())
  if (stage.strategy === 'session') return stage.found('new-key', 'none', await client.turnTo(1).me())
  await client.turnTo(1).signIn()
  const replies: NodeReply[] = []
  for (const _ of NODES) replies.push(await client.me())
  const refused = replies.find(({ status }) => status !== 200)
  stage.found('new-key', refused ? 'out' : 'in', refused ?? replies.at(-1)!, { nodes: nodesOf(replies) })
}

/** Is she let in, and is the cart as it was last told to her? */
async function stateOf(client: ClusterClient, cart: string, again = () => {}) {
  const first = await client.me()
  if (first.status !== 200) return { outcome: 'out' as const, reply: first, first }
  again()
  const reply = await client.cart()
  const outcome: ClusterOutcome = cartOf(reply) === cart ? 'in' : 'cart-lost'
  return { outcome, reply, first }
}

const isCached = ({ position }: ClusterStage) => RULES[position]?.cached === true

async function readAtEach(client: ClusterClient): Promise<NodeReply[]> {
  const replies: NodeReply[] = []
  for (const _ of NODES) replies.push(await client.cart())
  return replies
}

/** In one spelling. */
const cartOf = ({ json }: NodeReply): string =>
  JSON.stringify(Object.entries((json?.cart as Record<string, number> | undefined) ?? {}).toSorted())

const hasAll = ({ json }: NodeReply, skus: string[]) => skus.every((sku) => json?.cart?.[sku] > 0)

const nodesOf = (replies: readonly NodeReply[]) => replies.map(({ node }) => node).join(', ')

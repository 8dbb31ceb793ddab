// What is measured, each by a visitor of its own who is signed in and has three things in the cart.

import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { newOwner, type Owner, signedIn } from '../visitors.ts'
import type { Target } from './load.ts'

const THINGS = ['apple', 'pear', 'plum']
/** Those who sign in and refresh: each needs what the last answer gave him, so one request of each is under way. */
const TEAM = 4

/** Who is signed in, and has three things in the cart. */
export interface Shopper {
  client: ShopClient
  owner: Owner
}

export type Lanes = Record<StrategyName, Shopper>

export const FLOOR: Target = { path: '/api/bare' }

export async function lanesOn(origin: string): Promise<Lanes> {
  const owner = await newOwner([origin])
  await owner.turn({ jwt: { accessLife: 900 } })
  const shopper = async (lane: StrategyName) => {
    const client = await signedIn(owner, lane)
    for (const sku of THINGS) await client.add(sku)
    return { client, owner }
  }
  const [cookie, session, jwt] = [await shopper('cookie'), await shopper('session'), await shopper('jwt')]
  return { cookie, session, jwt }
}

/** GET of the cart, and of who one is. */
export const reading = ({ client }: Shopper, what = 'cart'): Target => target(client, what)

/** Sets a quantity: the cart stays as large as it is. In the cookie lane each change begins from the same cookie. */
export const writing = ({ client }: Shopper): Target => ({
  ...target(client, 'cart/items/apple'),
  method: 'PATCH',
  body: '{"quantity":3}',
})

/** One after the other, each with what the answer before it set: `act` of one visitor of the team. */
export async function taking(
  origin: string,
  lane: StrategyName,
  act: (shopper: Shopper) => Promise<{ status: number }>,
) {
  const idle = await Promise.all(
    Array.from({ length: TEAM }, async () => {
      const { [lane]: one } = await lanesOn(origin)
      return one
    }),
  )
  return {
    atOnce: TEAM,
    async act() {
      const one = idle.pop()!
      const { status } = await act(one)
      idle.push(one)
      if (status !== 200) throw new Error(`${lane} answered ${status}`)
    },
  }
}

/** Somebody who is signed in signs in again: the new sign-in takes the place of the old one, so that no rows pile up. */
export const signingIn = (origin: string, lane: StrategyName) =>
  taking(origin, lane, ({ client, owner }: Shopper) => client.signIn(owner.users[0]!))

export const refreshing = (origin: string) =>
  taking(origin, 'jwt', ({ client }: Shopper) => client.post('refresh'))

function target(client: ShopClient, operation: string) {
  const path = `${client.path}/${operation}`
  return { path, headers: Object.fromEntries(client.fieldsFor(path)) }
}

// What is measured, each by a visitor of its own who is signed in and has three things in the cart.

import { LANES } from '../faults/stage.mjs'
import { newOwner, signedIn } from '../visitors.ts'

const THINGS = ['apple', 'pear', 'plum']
/** Those who sign in and refresh: each needs what the last answer gave him, so one request of each is under way. */
const TEAM = 4

export const FLOOR = { path: '/api/bare' }

/** @returns {Promise<Record<string, object>>} by lane: what to send */
export async function lanesOn(origin) {
  const owner = await newOwner([origin])
  await owner.turn({ jwt: { accessLife: 900 } })
  const lanes = {}
  for (const lane of LANES) {
    const client = await signedIn(owner, lane)
    for (const sku of THINGS) await client.add(sku)
    lanes[lane] = { client, owner }
  }
  return lanes
}

/** GET of the cart, and of who one is. */
export const reading = ({ client }, what = 'cart') => target(client, what)

/** Sets a quantity: the cart stays as large as it is. In the cookie lane each change begins from the same cookie. */
export const writing = ({ client }) => ({
  ...target(client, 'cart/items/apple'),
  method: 'PATCH',
  body: '{"quantity":3}',
})

/** One after the other, each with what the answer before it set: `act` of one visitor of the team. */
export async function taking(origin, lane, act) {
  const idle = await Promise.all(
    Array.from({ length: TEAM }, async () => {
      const { [lane]: one } = await lanesOn(origin)
      return one
    }),
  )
  return {
    atOnce: TEAM,
    async act() {
      const one = idle.pop()
      const { status } = await act(one)
      idle.push(one)
      if (status !== 200) throw new Error(`${lane} answered ${status}`)
    },
  }
}

/** Somebody who is signed in signs in again: the new sign-in takes the place of the old one, so that no rows pile up. */
export const signingIn = (origin, lane) =>
  taking(origin, lane, ({ client, owner }) => client.signIn(owner.users[0]))

export const refreshing = (origin) => taking(origin, 'jwt', ({ client }) => client.post('refresh'))

function target(client, operation) {
  const path = `${client.path}/${operation}`
  return { path, headers: Object.fromEntries(client.fieldsFor(path)) }
}

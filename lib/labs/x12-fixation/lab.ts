import { serverLab } from '../lab'
import type { LabClient, Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import { arrive, INVENTED, plant, plantValue } from './planting'

type Moment = 'invented' | 'in-url' | 'guest-value' | 'victims-order' | 'own-value'
type Outcome = 'as-victim' | 'refused' | 'guest' | 'own-account' | 'sees-order'
type Stage = ServerStage<Moment, Outcome>

/**
 * Somebody put a credential into the browser before its owner signs in, and knows it. Are they signed in as the owner afterwards?
 * How it got there (RFC 6265bis section 8.6: another host of the same site, or a hand on the keyboard) is not played.
 */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X12',
  slug: 'x12-fixation',
  group: 'attacks',
  lesson: [6, 1],
  settles: ['S-072', 'S-080', 'S-086', 'S-130'],
  acts: ['invent', 'link', 'as-guest', 'own-account', 'sign-in-over'],
  moments: ['invented', 'in-url', 'guest-value', 'victims-order', 'own-value'],
  outcomes: {
    'as-victim': 'exposed',
    refused: 'held',
    guest: 'held',
    'own-account': 'held',
    'sees-order': 'exposed',
  },
  asks: { moment: 'guest-value', between: ['as-victim', 'guest', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('refused', 'refused', 'guest', 'own-account'),
        session: verdict('refused', 'refused', 'refused', 'refused'),
        jwt: verdict('refused', 'refused', 'guest', 'own-account'),
      },
    },
    {
      id: 'no-renewal',
      dials: { session: { renewal: false } },
      expected: { session: verdict('refused', 'refused', 'as-victim', 'as-victim') },
    },
    {
      id: 'adopt',
      dials: { session: { unknownIds: 'adopt' } },
      expected: { session: verdict('guest', 'guest', 'guest', 'guest') },
    },
    {
      id: 'adopt-no-renewal',
      dials: { session: { unknownIds: 'adopt', renewal: false } },
      expected: { session: verdict('as-victim', 'guest', 'as-victim', 'as-victim') },
    },
    {
      id: 'signed',
      dials: { cookie: { protection: 'signed' } },
      expected: { cookie: verdict('refused', 'refused', 'guest', 'own-account') },
    },
    {
      id: 'plain',
      dials: { cookie: { protection: 'plain' } },
      expected: { cookie: verdict('as-victim', 'refused', 'guest', 'own-account') },
    },
  ],

  async *play(stage) {
    await invent(stage)
    yield 'invent'
    await link(stage)
    yield 'link'
    await asGuest(stage)
    yield 'as-guest'
    await ownAccount(stage)
    yield 'own-account'
    await signInOver(stage)
    yield 'sign-in-over'
  },
})

/** A value that the shop never gave out: an id, or what a visit of Mina would look like without a seal. */
async function invent({ strategy, laptop, attacker, desk, found }: Stage) {
  const value = INVENTED[strategy]
  plantValue(attacker, value)
  plant(attacker, laptop)
  await arrive(laptop)
  await desk.signIn(laptop)
  plantValue(attacker, value)
  found('invented', ...(await triedBy(attacker)))
}

/** The other way to plant: a link. A shop that reads ids from cookies alone does not see it. */
async function link({ laptop, attacker, desk, found }: Stage) {
  for (const client of [laptop, attacker]) client.forget()
  await laptop.send('POST', `cart/items?sid=${IN_URL}`, { sku: 'apple', quantity: 1 })
  await desk.signIn(laptop)
  plantValue(attacker, IN_URL)
  found('in-url', ...(await triedBy(attacker)))
}

/** One that the shop gave to the attacker, before anybody signed in. */
async function asGuest({ laptop, attacker, desk, found }: Stage) {
  for (const client of [laptop, attacker]) client.forget()
  await attacker.add('apple')
  plant(attacker, laptop)
  await arrive(laptop)
  await desk.signIn(laptop)
  found('guest-value', ...(await triedBy(attacker)))
}

/** Login CSRF's outcome: the victim shops in the attacker's account, and the attacker reads what was bought. */
async function ownAccount({ laptop, attacker, desk, found }: Stage) {
  for (const client of [laptop, attacker]) client.forget()
  await desk.signIn(attacker, 'sam')
  plant(attacker, laptop)
  await arrive(laptop)
  await laptop.add('cheese')
  await laptop.post('checkout')
  const orders = await attacker.get('orders')
  found('victims-order', orders.json?.orders?.length > 0 ? 'sees-order' : 'refused', orders)
}

async function signInOver({ laptop, attacker, desk, found }: Stage) {
  await desk.signIn(laptop)
  found('own-value', ...(await triedBy(attacker)))
}

/** With all that was planted, and what belongs to it. */
async function triedBy(attacker: LabClient): Promise<readonly [Outcome, Reply]> {
  const first = await arrive(attacker)
  const reply = first.status === 200 && first.json.accessToken ? await attacker.get('me') : first
  if (reply.status !== 200) return ['refused', reply]
  const email: string | undefined = reply.json.customer?.email
  if (email === undefined) return ['guest', reply]
  return [email.startsWith('mina@') ? 'as-victim' : 'own-account', reply]
}

const IN_URL = 'B'.repeat(43)

function verdict(invented: Outcome, inUrl: Outcome, guestValue: Outcome, ownValue: Outcome) {
  return {
    invented,
    'in-url': inUrl,
    'guest-value': guestValue,
    'victims-order': 'sees-order',
    'own-value': ownValue,
  } as const
}

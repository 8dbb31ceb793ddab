import { expect, it } from 'vitest'
import { deskAct, exchange, ownerAct } from '../testing'
import { type PathFacts, walked } from './path'

const NOTHING: PathFacts = { exchanges: [], desk: [], acts: [] }
const add = exchange(1, { action: 'cart.add' })
const signIn = exchange(2, { action: 'sign-in' })
const expired = exchange(3, { lane: 'jwt', status: 401, problem: 'credential_expired', ms: 61_000 })
const clock = { ...ownerAct(2000, 'clock'), offsetSeconds: 900 }
/** With a denylist: nothing lives on. */
const atOnce = { ...deskAct(1000), lanes: { ...deskAct(1000).lanes, jwt: deskAct(1000).lanes.session } }

it.each<[string, Partial<PathFacts>, number]>([
  ['nothing', {}, 0],
  ['only looked', { exchanges: [exchange(1)] }, 0],
  ['an add that was refused', { exchanges: [exchange(1, { action: 'cart.add', status: 409 })] }, 0],
  ['an add, in whichever lane', { exchanges: [add] }, 1],
  ['a sign-in without an add: nobody is sent back', { exchanges: [signIn] }, 2],
  ['a forced sign-out', { exchanges: [add, signIn], desk: [deskAct(1000)] }, 3],
  [
    'the clock turned, and nothing refused yet',
    { exchanges: [add, signIn], desk: [deskAct(1000)], acts: [clock] },
    3,
  ],
  ['what lived on was refused', { exchanges: [add, signIn, expired], desk: [deskAct(1000)] }, 4],
  ['an expiry before the forced sign-out', { exchanges: [add, signIn, expired], desk: [deskAct(70_000)] }, 3],
  ['nothing lived on: a turned clock is enough', { exchanges: [signIn], desk: [atOnce], acts: [clock] }, 4],
])('%s', (_, facts, n) => expect(walked({ ...NOTHING, ...facts })).toBe(n))

import { expect, it } from 'vitest'
import { deskAct, exchange, ownerAct } from '../testing'
import type { SignOutVerdict } from '../timeline/verdict'
import { type PathFacts, refusedAtOnce, walked } from './path'

const NOTHING: PathFacts = { exchanges: [], desk: [], acts: [], guess: null }
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
  ['a guess, once somebody is signed in', { exchanges: [add, signIn], guess: 'unsure' }, 3],
  ['a guess from another sandbox is no act of this one', { exchanges: [add], guess: 'session' }, 1],
  [
    'a forced sign-out: who has done it needs no guess',
    { exchanges: [add, signIn], desk: [deskAct(1000)] },
    4,
  ],
  [
    'the clock turned, and nothing refused yet',
    { exchanges: [add, signIn], desk: [deskAct(1000)], acts: [clock] },
    4,
  ],
  ['what lived on was refused', { exchanges: [add, signIn, expired], desk: [deskAct(1000)] }, 5],
  ['an expiry before the forced sign-out', { exchanges: [add, signIn, expired], desk: [deskAct(70_000)] }, 4],
  ['nothing lived on: a turned clock is enough', { exchanges: [signIn], desk: [atOnce], acts: [clock] }, 5],
])('%s', (_, facts, n) => expect(walked({ ...NOTHING, ...facts })).toBe(n))

type Kind = SignOutVerdict['kind']

it.each<[Kind, Kind, Kind, string | null]>([
  ['never', 'at-once', 'was', 'session'],
  ['never', 'at-once', 'in', 'session'],
  ['never', 'at-once', 'at-once', 'session+jwt'],
  ['at-once', 'at-once', 'at-once', 'cookie+session+jwt'],
  ['never', 'was', 'was', 'none'],
  // Nobody was signed in there, or it comes no more: nothing was seen.
  ['never', 'at-once', 'lost', null],
  ['none', 'at-once', 'in', null],
])('%s, %s, %s: refused at once by %s', (cookie, session, jwt, came) =>
  expect(refusedAtOnce({ cookie, session, jwt })).toBe(came),
)

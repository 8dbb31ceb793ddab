import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { serverLab } from '../lab'
import { secondsLeft } from '../run/remaining'
import type { LabClient } from '../stage/client'
import { playThroughBff } from './through-bff'
import { playWithKey, type TheftMoment } from './with-key'

/** Someone has a copy of what the browser sends. For how long does it work for them? */
export const lab = serverLab<string, TheftMoment, 'gets-in' | 'refused'>({
  id: 'X09',
  slug: 'x09-theft',
  group: 'attacks',
  lesson: [5, 3],
  settles: ['S-036', 'S-058', 'S-103', 'S-104', 'S-105', 'S-135', 'S-137', 'S-206', 'S-259'],
  myths: [
    {
      id: 'sessions-are-safer',
      verdict: 'partly',
      rows: ['S-103', 'S-104', 'S-105'],
      position: 'default',
      lanes: ['cookie', 'session', 'jwt'],
      moments: ['at-once'],
    },
    {
      id: 'sealed-ends-with-sign-out',
      verdict: 'false',
      rows: ['S-058'],
      position: 'default',
      lanes: ['cookie'],
      moments: ['after-sign-out', 'after-forced'],
    },
  ],
  acts: ['sign-in', 'copy', 'sign-out', 'steal-again', 'force-sign-out', 'wait'],
  moments: ['at-once', 'after-sign-out', 'after-forced', 'one-life-later'],
  outcomes: { 'gets-in': 'exposed', refused: 'held' },
  asks: { moment: 'after-forced', between: ['gets-in', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('gets-in', 'gets-in', 'gets-in', 'gets-in'),
        session: verdict('gets-in', 'refused', 'refused', 'refused'),
        jwt: verdict('gets-in', 'gets-in', 'gets-in', 'refused'),
      },
    },
    {
      id: 'generation',
      dials: { cookie: { generation: true } },
      expected: { cookie: verdict('gets-in', 'refused', 'refused', 'refused') },
    },
    {
      id: 'denylist',
      dials: { jwt: { denylist: true } },
      expected: { jwt: verdict('gets-in', 'refused', 'refused', 'refused') },
    },
    {
      id: 'longer-life',
      dials: { jwt: { accessLife: 300 } },
      expected: { jwt: verdict('gets-in', 'gets-in', 'gets-in', 'gets-in') },
    },
    {
      id: 'bound',
      dials: {},
      expected: { jwt: verdict('refused', 'refused', 'refused', 'refused') },
    },
    {
      id: 'bff',
      dials: {},
      expected: { jwt: verdict('gets-in', 'refused', 'gets-in', 'refused') },
    },
  ],

  async *play(stage) {
    if (stage.position === 'bound') return yield* playWithKey(stage)
    if (stage.position === 'bff') return yield* playThroughBff(stage)
    const { strategy, laptop, attacker, desk, found } = stage
    await desk.signIn(laptop)
    await laptop.add('apple', 2)
    yield 'sign-in'

    attacker.copyFrom(laptop)
    found('at-once', ...(await replayed(attacker)))
    yield 'copy'

    await laptop.post('sign-out')
    found('after-sign-out', ...(await replayed(attacker)))
    yield 'sign-out'

    await desk.signIn(laptop)
    attacker.copyFrom(laptop)
    yield 'steal-again'

    await desk.forceSignOut()
    found('after-forced', ...(await replayed(attacker)))
    yield 'force-sign-out'

    await desk.later(ACCESS_TOKEN_LIFE)
    // A thief uses all that he has: the copied jar has the refresh token as well.
    if (strategy === 'jwt') await attacker.post('refresh')
    found('one-life-later', ...(await replayed(attacker)))
    yield 'wait'
  },
})

/** `seconds`: until what was copied ends by itself, as far as the shop can tell; 0 once it is refused. */
async function replayed(attacker: LabClient) {
  const reply = await attacker.get('me')
  return [reply.json?.customer ? 'gets-in' : 'refused', reply, { seconds: secondsLeft(reply) }] as const
}

function verdict<Outcome>(atOnce: Outcome, signedOut: Outcome, forced: Outcome, later: Outcome) {
  return {
    'at-once': atOnce,
    'after-sign-out': signedOut,
    'after-forced': forced,
    'one-life-later': later,
  } as const
}

import { ACCESS_TOKEN_LIFE } from '../strategies/lifetimes'
import type { Reply } from './client'
import { serverLab } from './lab'

/** Someone has a copy of what the browser sends. For how long does it work for them? */
export const theft = serverLab({
  id: 'X09',
  slug: 'x09-theft',
  settles: ['S-036', 'S-058', 'S-103', 'S-104', 'S-105'],
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
  ],

  async *play({ laptop, attacker, desk, found }) {
    await desk.signIn(laptop)
    await laptop.add('apple', 2)
    yield 'sign-in'

    attacker.copyFrom(laptop)
    found('at-once', ...judged(await attacker.get('me')))
    yield 'copy'

    await laptop.post('sign-out')
    found('after-sign-out', ...judged(await attacker.get('me')))
    yield 'sign-out'

    await desk.signIn(laptop)
    attacker.copyFrom(laptop)
    yield 'steal-again'

    await desk.forceSignOut()
    found('after-forced', ...judged(await attacker.get('me')))
    yield 'force-sign-out'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('one-life-later', ...judged(await attacker.get('me')))
    yield 'wait'
  },
})

const judged = (reply: Reply) => [reply.json?.customer ? 'gets-in' : 'refused', reply] as const

function verdict<Outcome>(atOnce: Outcome, signedOut: Outcome, forced: Outcome, later: Outcome) {
  return {
    'at-once': atOnce,
    'after-sign-out': signedOut,
    'after-forced': forced,
    'one-life-later': later,
  } as const
}

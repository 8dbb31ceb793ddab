import { REFRESH_LIFE, SESSION_IDLE_LIFE, VISIT_LIFE } from '../strategies/lifetimes'
import type { StrategyName } from '../strategies/strategy'
import type { LabClient, Reply } from './client'
import { serverLab } from './lab'

/** Nobody signs out. When does a sign-in end by itself, and what moves that end? */
export const expiry = serverLab({
  id: 'X07',
  slug: 'x07-expiry',
  settles: ['S-052', 'S-091', 'S-094', 'S-111', 'S-168', 'S-208', 'S-211', 'S-215', 'S-296'],
  acts: ['sign-in', 'almost', 'the-end', 'go-on', 'twelve-hours', 'rewrite'],
  moments: ['almost', 'unused', 'in-use', 'twelve-hours', 'rewritten'],
  outcomes: {
    known: 'neutral',
    expired: 'held',
    accepted: 'exposed',
    refused: 'held',
    'nothing-in-it': 'held',
  },
  asks: { moment: 'in-use', between: ['known', 'expired'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('expired', 'expired', 'expired', 'refused'),
        session: verdict('expired', 'known', 'expired', 'nothing-in-it'),
        jwt: verdict('expired', 'known', 'expired', 'refused'),
      },
    },
    {
      id: 'plain',
      dials: { cookie: { protection: 'plain' } },
      expected: { cookie: verdict('expired', 'expired', 'expired', 'accepted') },
    },
    {
      id: 'idle-from-sign-in',
      dials: { session: { sliding: false } },
      expected: { session: verdict('expired', 'expired', 'expired', 'nothing-in-it') },
    },
    {
      id: 'tolerance',
      dials: { jwt: { tolerance: 30 } },
      expected: { jwt: verdict('known', 'known', 'expired', 'refused') },
    },
    {
      id: 'no-refresh',
      dials: { jwt: { refresh: 'none' } },
      expected: { jwt: verdict('expired', 'expired', 'expired', 'refused') },
    },
    {
      id: 'uncapped',
      dials: { jwt: { sliding: 'uncapped', accessLife: 900 } },
      expected: { jwt: verdict('expired', 'known', 'known', 'refused') },
    },
  ],

  async *play({ strategy, position, laptop, phone, attacker, desk, workbench, found }) {
    // The phone signs in too, and is not used again before its end: looking is using.
    await desk.signIn(phone)
    const issued = await desk.signIn(laptop)
    attacker.copyFrom(laptop)
    const life = lifeOf(strategy, issued)
    yield 'sign-in'

    await desk.later(life - EARLY)
    const almost = await laptop.get('me')
    found('almost', judged(almost), almost, { seconds: life - EARLY })
    yield 'almost'

    await desk.later(EARLY)
    const unused = await phone.get('me')
    found('unused', judged(unused), unused, { seconds: life })
    yield 'the-end'

    const inUse = await used(laptop)
    found('in-use', judged(inUse), inUse, { seconds: life })
    yield 'go-on'

    const moves = strategy === 'session' || position === 'uncapped'
    const last = await usedUntil(laptop, desk, { from: life, every: moves ? life - MARGIN : SELDOM })
    found('twelve-hours', judged(last.reply), last.reply, { seconds: last.at })
    yield 'twelve-hours'

    const copy = attacker.credential!
    if (workbench.formOf(copy) === 'opaque') found('rewritten', 'nothing-in-it', null)
    else {
      attacker.present(workbench.altered(copy, { exp: FAR_AWAY }))
      const reply = await attacker.get('me')
      found('rewritten', reply.status === 200 ? 'accepted' : 'refused', reply)
    }
    yield 'rewrite'
  },
})

/** Seconds. Enough for a busy machine, whose own time goes on as well. */
const EARLY = 10
const MARGIN = 60
const SELDOM = 4 * 60 * 60
/** The absolute end in each lane, by default. */
const TWELVE_HOURS = REFRESH_LIFE
/** The year 2100, in seconds since 1970. */
const FAR_AWAY = 4_102_444_800

const judged = ({ json }: Reply) => (json?.customer ? 'known' : 'expired')

/** Seconds until it ends if nobody uses it: as declared, or as the sign-in says. */
const lifeOf = (strategy: StrategyName, { json }: Reply): number =>
  ({ cookie: VISIT_LIFE, session: SESSION_IDLE_LIFE, jwt: json.expiresIn as number })[strategy]

/** As the shop's page does it: an expired token is renewed once. */
async function used(laptop: LabClient): Promise<Reply> {
  const reply = await laptop.get('me')
  if (reply.status !== 401 || laptop.strategy !== 'jwt') return reply
  await laptop.post('refresh')
  return laptop.get('me')
}

/** Used again and again, as long as it is known. `at`: seconds after the sign-in. */
async function usedUntil(
  laptop: LabClient,
  desk: { later(seconds: number): Promise<void> },
  { from, every }: { from: number; every: number },
) {
  let at = from
  let reply = await used(laptop)
  while (at < TWELVE_HOURS && judged(reply) === 'known') {
    const step = Math.min(every, TWELVE_HOURS - at)
    await desk.later(step)
    at += step
    reply = await used(laptop)
  }
  return { reply, at }
}

type End = 'known' | 'expired'

function verdict(
  unused: End,
  inUse: End,
  twelveHours: End,
  rewritten: 'accepted' | 'refused' | 'nothing-in-it',
) {
  return { almost: 'known', unused, 'in-use': inUse, 'twelve-hours': twelveHours, rewritten } as const
}

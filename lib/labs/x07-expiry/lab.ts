import { REFRESH_LIFE, SESSION_IDLE_LIFE, VISIT_LIFE } from '@/lib/strategies/lifetimes'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ReadingKind } from '../evidence'
import { serverLab } from '../lab'
import { secondsBetween } from '../run/remaining'
import type { LabClient, Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'

/** Nobody signs out. When does a sign-in end by itself, and what moves that end? */
export const lab = serverLab({
  id: 'X07',
  slug: 'x07-expiry',
  group: 'ends',
  lesson: [7, 2],
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
    const onPhone = await desk.signIn(phone)
    const issued = await desk.signIn(laptop)
    attacker.copyFrom(laptop)
    const life = lifeOf(strategy, issued)
    yield 'sign-in'

    await desk.laterThan(issued, life - EARLY)
    const almost = await laptop.get('me')
    found('almost', judged(almost), almost, { seconds: secondsBetween(issued, almost) })
    yield 'almost'

    await desk.laterThan(issued, life)
    const unused = await phone.get('me')
    found('unused', judged(unused), unused, { seconds: secondsBetween(onPhone, unused) })
    yield 'the-end'

    const inUse = await used(laptop)
    found('in-use', judged(inUse), inUse, { seconds: secondsBetween(issued, inUse) })
    yield 'go-on'

    const moves = strategy === 'session' || position === 'uncapped'
    const last = await usedUntil(
      { laptop, desk, issued },
      { from: life, every: moves ? life - MARGIN : SELDOM },
    )
    found('twelve-hours', judged(last), last, { seconds: secondsBetween(issued, last) })
    yield 'twelve-hours'

    found('rewritten', ...(await rewritten({ attacker, workbench })))
    yield 'rewrite'
  },
})

/** Seconds. Enough for one request on a busy machine, whose own time goes on as well. */
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

/** Used again and again, as long as it is known. @param step seconds after the sign-in, and between the requests */
async function usedUntil(
  { laptop, desk, issued }: Pick<ServerStage, 'laptop' | 'desk'> & { issued: Reply },
  { from, every }: { from: number; every: number },
): Promise<Reply> {
  let at = from
  let reply = await used(laptop)
  while (at < TWELVE_HOURS && judged(reply) === 'known') {
    at = Math.min(at + every, TWELVE_HOURS)
    await desk.laterThan(issued, at)
    reply = await used(laptop)
  }
  return reply
}

async function rewritten({
  attacker,
  workbench,
}: Pick<ServerStage, 'attacker' | 'workbench'>): Promise<
  readonly ['accepted' | 'refused' | 'nothing-in-it', Reply | ReadingKind]
> {
  const copy = attacker.credential!
  if (workbench.formOf(copy) === 'opaque') return ['nothing-in-it', 'credential']
  attacker.present(workbench.altered(copy, { exp: FAR_AWAY }))
  const reply = await attacker.get('me')
  return [reply.status === 200 ? 'accepted' : 'refused', reply]
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

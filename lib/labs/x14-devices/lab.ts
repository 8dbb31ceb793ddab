import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { serverLab } from '../lab'
import { askAsPage } from '../stage/as-page'
import type { LabClient, Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'

type Moment = 'newest' | 'oldest' | 'oldest-later' | 'list' | 'ended-one' | 'ended-one-later' | 'ended-others'
type Outcome =
  | 'listed'
  | 'not-possible'
  | 'only-one'
  | 'stays'
  | 'still-in'
  | 'refused'
  | 'let-in'
  | 'turned-away'
type Stage = ServerStage<Moment, Outcome>

/** On which devices is a customer signed in, can one of them be ended, and can there be a limit? */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X14',
  slug: 'x14-devices',
  group: 'ends',
  lesson: [8, 2],
  settles: ['S-083', 'S-093', 'S-097', 'S-098', 'S-099', 'S-204', 'S-223', 'S-249'],
  acts: ['sign-in', 'wait', 'list', 'end-one', 'wait-again', 'end-others'],
  moments: ['newest', 'oldest', 'oldest-later', 'list', 'ended-one', 'ended-one-later', 'ended-others'],
  outcomes: {
    listed: 'held',
    'not-possible': 'exposed',
    'only-one': 'neutral',
    stays: 'neutral',
    'still-in': 'exposed',
    refused: 'held',
    'let-in': 'neutral',
    'turned-away': 'neutral',
  },
  asks: { moment: 'ended-one', between: ['not-possible', 'still-in', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('not-possible', 'not-possible', ['let-in', 'stays', 'stays']),
        session: verdict('listed', 'refused', ['let-in', 'stays', 'stays']),
        jwt: verdict('listed', 'still-in', ['let-in', 'stays', 'stays']),
      },
    },
    {
      id: 'limit-1',
      dials: { session: { deviceLimit: 1 }, jwt: { deviceLimit: 1 } },
      expected: {
        session: verdict('listed', 'only-one', ['let-in', 'refused', 'refused']),
        jwt: verdict('listed', 'only-one', ['let-in', 'still-in', 'refused']),
      },
    },
    {
      id: 'limit-2',
      dials: { session: { deviceLimit: 2 }, jwt: { deviceLimit: 2 } },
      expected: {
        session: verdict('listed', 'refused', ['let-in', 'refused', 'refused']),
        jwt: verdict('listed', 'still-in', ['let-in', 'still-in', 'refused']),
      },
    },
    {
      id: 'refuse-new',
      dials: {
        session: { deviceLimit: 2, whenFull: 'refuse-new' },
        jwt: { deviceLimit: 2, whenFull: 'refuse-new' },
      },
      expected: {
        session: verdict('listed', 'refused', ['turned-away', 'stays', 'stays']),
        jwt: verdict('listed', 'still-in', ['turned-away', 'stays', 'stays']),
      },
    },
    {
      id: 'denylist-alone',
      dials: { jwt: { denylist: true } },
      expected: { jwt: verdict('listed', 'refused', ['let-in', 'stays', 'stays']) },
    },
    {
      id: 'denylist',
      dials: { jwt: { deviceLimit: 2, denylist: true } },
      expected: { jwt: verdict('listed', 'refused', ['let-in', 'refused', 'refused']) },
    },
  ],

  async *play(stage) {
    const { laptop, phone, attacker, desk, found } = stage
    for (const client of [laptop, phone, attacker]) await signIn(stage, client)
    const here = await oneTooMany(stage)
    yield 'sign-in'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('oldest-later', ...(await mayStay(here, laptop)))
    // In use all the time, as phones are: its page has just refreshed, if it may.
    await askedBy(phone)
    yield 'wait'

    const list = await askAsPage(here, 'devices')
    found('list', list.status === 200 ? 'listed' : 'not-possible', list, countOf(list))
    yield 'list'

    const isAlone = countOf(list)?.devices === 1
    found('ended-one', ...(isAlone ? alone(list) : await endPhone(here, phone, phoneIn(list))))
    yield 'end-one'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('ended-one-later', ...(isAlone ? alone(list) : await askedBy(phone)))
    yield 'wait-again'

    if (!isAlone) await signIn(stage, phone)
    await askAsPage(here, 'me')
    found('ended-others', ...(isAlone ? alone(list) : await endPhone(here, phone)))
    yield 'end-others'
  },
})

/** May be turned away. */
function signIn({ desk }: Stage, client: LabClient): Promise<Reply> {
  client.forget()
  return client.post('sign-in', { email: 'mina@shop.example', password: desk.passwordOf('mina') })
}

/**
 * Three have signed in as one customer, the laptop first. The device named attacker is the third.
 * @returns one that is in for sure
 */
async function oneTooMany({ laptop, attacker, found }: Stage): Promise<LabClient> {
  const newest = await attacker.get('me')
  const isIn = Boolean(newest.json?.customer)
  found('newest', isIn ? 'let-in' : 'turned-away', newest)
  const here = isIn ? attacker : laptop
  found('oldest', ...(await mayStay(here, laptop)))
  return here
}

/** Being in is no exposure, unless the shop has ended it: then it is not on the list any more. */
async function mayStay(here: LabClient, oldest: LabClient): Promise<readonly [Outcome, Reply]> {
  const [outcome, reply] = await askedBy(oldest)
  const { json } = await askAsPage(here, 'devices')
  const isEnded = json?.devices && !deviceIn(json, 'laptop')
  return outcome === 'still-in' && !isEnded ? ['stays', reply] : [outcome, reply]
}

/** @param id of the list; absent: all but this one */
async function endPhone(here: LabClient, phone: LabClient, id?: string) {
  const ended = await here.send('DELETE', id === undefined ? 'devices' : `devices/${id}`)
  return ended.json?.code === 'not_possible' ? (['not-possible', ended] as const) : askedBy(phone)
}

const alone = (list: Reply) => ['only-one', list] as const

/** Where there is no list, any name serves to ask. */
const phoneIn = ({ json }: Reply): string => deviceIn(json, 'phone')?.id ?? 'phone'

const deviceIn = (
  json: { devices?: { id: string; device: string }[] } | null,
  name: string,
): { id: string } | undefined => json?.devices?.find(({ device }) => device === name)

const countOf = ({ json }: Reply) => (json?.devices ? { devices: json.devices.length as number } : undefined)

async function askedBy(client: LabClient): Promise<readonly [Outcome, Reply]> {
  const reply = await askAsPage(client, 'me')
  return [reply.json?.customer ? 'still-in' : 'refused', reply]
}

/**
 * @param one the phone, right after it has been ended
 * @param limit the newest sign-in, the oldest at its next request, and one access life later
 */
function verdict(list: Outcome, one: Outcome, limit: readonly [Outcome, Outcome, Outcome]) {
  const later: Outcome = one === 'only-one' ? 'only-one' : list === 'listed' ? 'refused' : 'still-in'
  const [newest, oldest, oldestLater] = limit
  return {
    list,
    'ended-one': one,
    'ended-one-later': later,
    'ended-others': one,
    newest,
    oldest,
    'oldest-later': oldestLater,
  }
}

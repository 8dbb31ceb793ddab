import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { serverLab } from '../lab'
import { secondsUntil } from '../run/remaining'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import { BELIEFS_OF_JWT } from './beliefs'

type Moment =
  | 'next-request'
  | 'other-device'
  | 'next-refresh'
  | 'minute-later'
  | 'desk-word'
  | 'key-change'
  | 'other-customer'
type Outcome =
  | 'still-in'
  | 'refused'
  | 'kept'
  | 'broken'
  | 'back-by-refresh'
  | 'untouched'
  | 'hit-too'
  | 'none'
type Stage = ServerStage<Moment, Outcome>

/** Support ends all sign-ins of a customer. Which request is the first to be refused, and does the desk say so? */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X13',
  slug: 'x13-forced-sign-out',
  group: 'ends',
  lesson: [8, 1],
  settles: ['S-096', 'S-173', 'S-203', 'S-217', 'S-249', 'S-255', 'S-261', 'S-307', 'S-308'],
  myths: BELIEFS_OF_JWT,
  acts: ['sign-in', 'force-sign-out', 'refresh', 'wait', 'hold-to-word', 'change-key'],
  moments: [
    'next-request',
    'other-device',
    'next-refresh',
    'minute-later',
    'desk-word',
    'key-change',
    'other-customer',
  ],
  outcomes: {
    'still-in': 'exposed',
    refused: 'held',
    kept: 'held',
    broken: 'exposed',
    'back-by-refresh': 'exposed',
    untouched: 'held',
    'hit-too': 'neutral',
    none: 'neutral',
  },
  asks: { moment: 'next-request', between: ['still-in', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('still-in', 'none', 'still-in', 'refused'),
        session: verdict('refused', 'none', 'refused', 'untouched'),
        jwt: verdict('still-in', 'refused', 'refused', 'back-by-refresh'),
      },
    },
    {
      id: 'denylist',
      dials: { jwt: { denylist: true } },
      expected: { jwt: verdict('refused', 'refused', 'refused', 'back-by-refresh') },
    },
    {
      id: 'user-keys',
      dials: { jwt: { userKeys: true } },
      expected: { jwt: verdict('refused', 'refused', 'refused', 'back-by-refresh') },
    },
    {
      id: 'generation',
      dials: { cookie: { generation: true } },
      expected: { cookie: verdict('refused', 'none', 'refused', 'refused') },
    },
    {
      id: 'life-10',
      dials: { jwt: { accessLife: 10 } },
      expected: { jwt: verdict('still-in', 'refused', 'refused', 'back-by-refresh') },
    },
    {
      id: 'life-900',
      dials: { jwt: { accessLife: 900 } },
      expected: { jwt: verdict('still-in', 'refused', 'still-in', 'back-by-refresh') },
    },
  ],

  async *play(stage) {
    const { laptop, phone, desk, found } = stage
    await desk.signIn(laptop)
    await desk.signIn(phone)
    yield 'sign-in'

    const [onLaptop, onPhone] = await endedAndAsked(stage)
    found('next-request', ...judged(onLaptop))
    found('other-device', ...judged(onPhone))
    yield 'force-sign-out'

    await refresh(stage)
    yield 'refresh'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('minute-later', ...judged(await laptop.get('me')))
    yield 'wait'

    await holdToWord(stage)
    yield 'hold-to-word'

    await changeKey(stage)
    yield 'change-key'
  },
})

/** A machine on which a token of ten seconds ends by itself meanwhile has shown nothing: once more, all of it. */
async function endedAndAsked(stage: Stage, tries = 3): Promise<readonly [Reply, Reply]> {
  const { laptop, phone, desk } = stage
  await desk.forceSignOut()
  const replies = [await laptop.get('me'), await phone.get('me')] as const
  if (!replies.some(({ json }) => json?.code === 'credential_expired')) return replies
  if (tries === 0) throw new Error('this machine is too slow for such tokens')
  for (const client of [laptop, phone]) {
    client.forget()
    await desk.signIn(client)
  }
  return endedAndAsked(stage, tries - 1)
}

/** @returns what became of it, the reply, and what the request cost the store */
const judged = (reply: Reply) =>
  [reply.json?.customer ? 'still-in' : 'refused', reply, readsOf(reply)] as const

const readsOf = ({ exchange }: Reply) => ({ reads: exchange?.cost.reads ?? 0 })

/** Where a lane renews nothing there is no such address: 404. */
async function refresh({ phone, found }: Stage) {
  const reply = await phone.post('refresh')
  const outcome = reply.status === 404 ? 'none' : reply.status === 200 ? 'still-in' : 'refused'
  found('next-refresh', outcome, reply)
}

/** Seconds: fractions of one, and this machine's own time, lie between what is said and what is sent. */
const MARGIN = 2

/** The desk names a time until which a credential may be used. Is it good just before, and refused just after? */
async function holdToWord(stage: Stage, margin = MARGIN): Promise<void> {
  const { laptop, desk, found } = stage
  laptop.forget()
  await desk.signIn(laptop)
  const word = await desk.forceSignOut()
  const { credentialsAliveUntil: until, because } = word
  const first = await laptop.get('me')
  const seconds = secondsUntil(until, first)
  const facts = { seconds, because }
  if (until === null) return found('desk-word', first.status === 200 ? 'broken' : 'kept', first, facts)
  await desk.laterThan(first, seconds - margin)
  const before = await laptop.get('me')
  // A machine that took longer has not looked before the end: once more, and earlier.
  if (secondsUntil(until, before) === 0) return holdToWord(stage, margin * 2)
  await desk.laterThan(first, seconds + 1)
  const after = await laptop.get('me')
  const kept = before.status === 200 && after.status === 401
  found('desk-word', kept ? 'kept' : 'broken', after, facts)
}

/** The big lever: other keys, and no previous one kept. Sam has done nothing. */
async function changeKey({ strategy, laptop, phone, desk, found }: Stage) {
  for (const client of [laptop, phone]) client.forget()
  await desk.signIn(laptop)
  await desk.signIn(phone, 'sam')
  await desk.changeKeys()
  const sam = await phone.get('me')
  found('other-customer', sam.status === 200 ? 'untouched' : 'hit-too', sam)
  const mina = await laptop.get('me')
  const refreshed = mina.status === 401 && strategy === 'jwt' ? await laptop.post('refresh') : mina
  const isBack = refreshed !== mina && refreshed.status === 200
  const outcome = isBack ? 'back-by-refresh' : mina.status === 200 ? 'untouched' : 'refused'
  found('key-change', outcome, isBack ? refreshed : mina)
}

function verdict(atOnce: 'still-in' | 'refused', refresh: Outcome, minuteLater: Outcome, keyChange: Outcome) {
  return {
    'next-request': atOnce,
    'other-device': atOnce,
    'next-refresh': refresh,
    'minute-later': minuteLater,
    'desk-word': 'kept',
    'key-change': keyChange,
    // The session lane has no key.
    'other-customer': keyChange === 'untouched' ? 'untouched' : 'hit-too',
  } as const
}

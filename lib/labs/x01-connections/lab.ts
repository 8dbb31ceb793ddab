import { serverLab } from '../lab'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import type { Front } from './front'
import type { Manner } from './manner'

type Moment = 'connections' | 'said' | 'without' | 'late-read' | 'late-write'
type Outcome =
  | 'one'
  | 'three'
  | 'unsaid'
  | 'close'
  | 'keep-alive'
  | 'forbidden'
  | 'sign-in-first'
  | 'known'
  | 'answered'
  | 'tried-twice'
  | 'bad-gateway'
type Stage = ServerStage<Moment, Outcome>

/** Three requests through a balancer: how many connections do they take, and does the server know the client afterwards? */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X01',
  slug: 'x01-connections',
  group: 'systems',
  lesson: [1, 2],
  settles: ['S-001', 'S-002', 'S-004', 'S-009', 'S-010', 'S-011'],
  myths: [
    {
      id: 'http-closes',
      verdict: 'outdated',
      rows: ['S-002', 'S-004'],
      position: 'default',
      lanes: ['cookie', 'session', 'jwt'],
      moments: ['connections', 'without'],
    },
  ],
  acts: ['sign-in', 'three', 'leave-out', 'late-read', 'late-write'],
  moments: ['connections', 'said', 'without', 'late-read', 'late-write'],
  outcomes: {
    one: 'neutral',
    three: 'neutral',
    unsaid: 'neutral',
    close: 'neutral',
    'keep-alive': 'neutral',
    forbidden: 'neutral',
    'sign-in-first': 'neutral',
    known: 'neutral',
    answered: 'held',
    'tried-twice': 'neutral',
    'bad-gateway': 'exposed',
  },
  asks: { moment: 'connections', between: ['one', 'three'] },
  positions: [
    { id: 'default', dials: {}, expected: everyLane('one', 'unsaid', 'kept') },
    { id: 'close', dials: {}, expected: everyLane('three', 'close', 'each') },
    { id: 'http-1-0', dials: {}, expected: everyLane('three', 'close', 'each') },
    { id: 'http-1-0-kept', dials: {}, expected: everyLane('one', 'keep-alive', 'kept') },
    { id: 'http-2', dials: {}, expected: everyLane('one', 'forbidden', 'kept') },
    { id: 'hint-heeded', dials: {}, expected: everyLane('one', 'unsaid', 'heeded') },
    { id: 'no-tcp', dials: {}, expected: everyLane('one', 'unsaid', 'kept') },
  ],

  async *play(stage) {
    await stage.desk.signIn(stage.laptop)
    yield 'sign-in'
    const front = await stage.outside.openFront(MANNERS[stage.position]!)
    try {
      await three(stage, front)
      yield 'three'
      await leaveOut(stage, front)
      yield 'leave-out'
      await late(stage, front, 'GET')
      yield 'late-read'
      await late(stage, front, 'POST')
      yield 'late-write'
    } finally {
      await front.close()
    }
  },
})

const MANNERS: Readonly<Record<string, Manner>> = {
  default: { client: 'silent', behind: 'kept' },
  close: { client: 'close', behind: 'each' },
  'http-1-0': { client: 'oldest', behind: 'each' },
  'http-1-0-kept': { client: 'oldest-kept', behind: 'kept' },
  'http-2': { client: 'h2', behind: 'kept' },
  'hint-heeded': { client: 'silent', behind: 'heeded' },
  'no-tcp': { client: 'local', behind: 'kept' },
}

async function three({ found }: Stage, front: Front): Promise<void> {
  const replies = [await front.ask('me'), await front.ask('me'), await front.ask('me')]
  const last = replies[2]!
  const { accepted: connections } = front
  if (replies.some(({ json }) => !json?.customer)) throw new Error('nobody was signed in')
  const streams = replies.flatMap(({ stream }) => stream ?? []).join(', ')
  const overHttp2 = streams !== ''
  const outcome = connections === 1 ? 'one' : 'three'
  const facts = { connections, ...(overHttp2 ? { streams } : { nth: nthOf(last) }) }
  found('connections', outcome, overHttp2 ? 'socket' : last, facts)
  if (overHttp2)
    found('said', front.connectionField() ? 'forbidden' : 'unsaid', 'socket', {
      says: front.connectionField(),
    })
  else found('said', saidOf(last), last)
}

const nthOf = ({ exchange }: Reply) => exchange?.connection.nth ?? 0

/** What the answer says of the connection that it came on. */
function saidOf({ headers }: Reply): Outcome {
  const said = headers.get('connection')
  if (said === null) return 'unsaid'
  return said.toLowerCase() === 'close' ? 'close' : 'keep-alive'
}

/** On the connection that is open, where there is one. */
async function leaveOut({ found }: Stage, front: Front): Promise<void> {
  const reply = await front.ask('orders', 'without')
  found('without', reply.status === 401 ? 'sign-in-first' : 'known', reply, {
    connections: front.accepted,
    nth: nthOf(reply),
  })
}

/** The server behind has just let the idle connection go. Nobody has read what is sent on it now. */
async function late({ found, laptop }: Stage, front: Front, method: 'GET' | 'POST'): Promise<void> {
  const reply = await front.askTooLate(method)
  const { tries } = front
  const { json } = await laptop.get('cart')
  const outcome = reply.status === 502 ? 'bad-gateway' : tries > 1 ? 'tried-twice' : 'answered'
  found(method === 'GET' ? 'late-read' : 'late-write', outcome, reply, {
    tries,
    lines: json?.lines?.length ?? 0,
  })
}

/** What a lane carries makes no difference to any of this. */
function everyLane(connections: 'one' | 'three', said: Outcome, behind: Manner['behind']) {
  const verdict = {
    connections,
    said,
    without: 'sign-in-first',
    'late-read': behind === 'kept' ? 'tried-twice' : 'answered',
    'late-write': behind === 'kept' ? 'bad-gateway' : 'answered',
  } as const
  return { cookie: verdict, session: verdict, jwt: verdict }
}

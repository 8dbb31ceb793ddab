import { serverLab } from '../lab'
import type { Reply } from '../stage/client'

/** The same request twice on one open connection, with the credential and without. What does the server remember? */
export const lab = serverLab({
  id: 'X02',
  slug: 'x02-amnesia',
  group: 'remembers',
  lesson: [1, 1],
  settles: ['S-003', 'S-005', 'S-006', 'S-007', 'S-012', 'S-013', 'S-014'],
  acts: ['sign-in', 'leave-out', 'sign-in-needed', 'cookies-only', 'forget-each-time'],
  moments: ['with', 'without', 'sign-in-needed', 'cookies-only', 'forgetting'],
  outcomes: {
    known: 'neutral',
    stranger: 'neutral',
    'sign-in-first': 'neutral',
    'starts-over': 'neutral',
  },
  asks: { moment: 'without', between: ['known', 'stranger'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('known'),
        session: verdict('known'),
        jwt: verdict('stranger'),
      },
    },
    {
      id: 'token-in-cookie',
      dials: { jwt: { carrier: 'cookie' } },
      expected: { jwt: verdict('known') },
    },
  ],

  async *play({ laptop, desk, found }) {
    laptop.holdConnection()
    await desk.signIn(laptop)
    const known = await laptop.get('me')
    found('with', whoIs(known), known, connectionOf(known))
    yield 'sign-in'

    laptop.credentials = 'omit'
    const stranger = await laptop.get('me')
    found('without', whoIs(stranger), stranger, connectionOf(stranger))
    yield 'leave-out'

    const orders = await laptop.get('orders')
    const { sessions } = await desk.rows()
    found('sign-in-needed', orders.status === 401 ? 'sign-in-first' : 'known', orders, { sessions })
    yield 'sign-in-needed'

    laptop.credentials = 'cookies'
    const byItself = await laptop.get('me')
    found('cookies-only', whoIs(byItself), byItself, connectionOf(byItself))
    yield 'cookies-only'

    laptop.credentials = 'omit'
    await laptop.add('apple')
    const second = await laptop.add('pear')
    const { lines } = second.json
    const facts = { lines: lines.length, ...(await desk.rows()) }
    found('forgetting', lines.length === 1 ? 'starts-over' : 'known', second, facts)
    yield 'forget-each-time'
  },
})

const whoIs = ({ json }: Reply) => (json?.customer ? 'known' : 'stranger')

const connectionOf = ({ exchange }: Reply) => ({
  connection: exchange?.connection.id ?? 0,
  nth: exchange?.connection.nth ?? 0,
})

function verdict(cookiesOnly: 'known' | 'stranger') {
  return {
    with: 'known',
    without: 'stranger',
    'sign-in-needed': 'sign-in-first',
    'cookies-only': cookiesOnly,
    forgetting: 'starts-over',
  } as const
}

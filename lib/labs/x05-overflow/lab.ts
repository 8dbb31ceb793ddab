import { browserLab } from '../lab'

type Moment = 'without-secure' | 'with-secure' | 'all-secure'
type Outcome = 'pushed-out' | 'stays'

/** A browser keeps only so many cookies of one host. Which go, and what does the shop notice? On the attacker's host. */
export const lab = browserLab<'sign-in' | 'overflow' | 'next-request', Moment, Outcome>({
  id: 'X05',
  slug: 'x05-overflow',
  group: 'carries',
  lesson: [3, 1],
  crossSite: true,
  settles: ['S-021', 'S-022', 'S-041', 'S-049'],
  myths: [
    {
      id: 'three-hundred-cookies',
      verdict: 'outdated',
      rows: ['S-021', 'S-022'],
      position: 'default',
      lanes: ['cookie', 'session'],
      moments: ['without-secure'],
    },
  ],
  acts: ['sign-in', 'overflow', 'next-request'],
  moments: ['without-secure', 'with-secure', 'all-secure'],
  outcomes: { 'pushed-out': 'exposed', stays: 'held' },
  asks: { moment: 'without-secure', between: ['pushed-out', 'stays'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('pushed-out', 'stays', 'pushed-out'),
        session: verdict('pushed-out', 'stays', 'pushed-out'),
        jwt: verdict('stays', 'stays', 'stays'),
      },
    },
    {
      id: 'cookie-carrier',
      dials: { jwt: { carrier: 'cookie' } },
      expected: { jwt: verdict('pushed-out', 'stays', 'pushed-out') },
    },
  ],

  async *play({ laptop, attackersSite, found }) {
    await laptop.signIn()
    const { heldIn } = await laptop.get('me')
    yield 'sign-in'

    const seen = await attackersSite.tryOut('overflow')
    if (Number(seen.others) > 0) throw new Error('this host has cookies of another server: nothing was tried')
    const facts = { set: Number(seen.set), kept: Number(seen.kept), first: Number(seen.firstKept) }
    yield 'overflow'

    // The stand-in's fate is that of a cookie of the shop: what was pushed out is left out of the request.
    const inCookie = heldIn === 'cookie'
    const look = (stays: unknown) => (inCookie && !stays ? laptop.getWithNothing('me') : laptop.get('me'))
    const readFrom = inCookie ? 'stand-in' : null
    for (const [moment, stays] of [
      ['without-secure', seen.plain],
      ['with-secure', seen.secure],
      ['all-secure', seen.secureAfterFlood],
    ] as const) {
      const { json, exchange } = await look(stays)
      found(moment, json?.customer ? 'stays' : 'pushed-out', { exchange, readFrom }, facts)
    }
    yield 'next-request'
  },
})

function verdict(plain: Outcome, secure: Outcome, flood: Outcome) {
  return { 'without-secure': plain, 'with-secure': secure, 'all-secure': flood } as const
}

import { browserLab } from '../lab'

type Moment = 'reopened' | 'copy'
type Outcome = 'signed-in' | 'signed-out' | 'gets-in' | 'refused'

/** The browser is closed and opened again. Who is still signed in: its owner, and whoever has a copy? */
export const lab = browserLab<'sign-in' | 'close' | 'replay', Moment, Outcome>({
  id: 'X08',
  slug: 'x08-browser-close',
  group: 'ends',
  lesson: [7, 1],
  settles: [
    'S-040',
    'S-041',
    'S-066',
    'S-068',
    'S-081',
    'S-090',
    'S-091',
    'S-105',
    'S-106',
    'S-112',
    'S-247',
  ],
  myths: [
    {
      id: 'closing-ends-the-session',
      verdict: 'false',
      rows: ['S-066', 'S-068', 'S-091', 'S-106', 'S-112'],
      position: 'session-cookie',
      lanes: ['session'],
      moments: ['reopened', 'copy'],
    },
    {
      id: 'session-cookie-has-an-expiry',
      verdict: 'false',
      rows: ['S-040', 'S-090'],
      position: 'session-cookie',
      lanes: ['cookie', 'session', 'jwt'],
      moments: ['reopened'],
    },
  ],
  acts: ['sign-in', 'close', 'replay'],
  moments: ['reopened', 'copy'],
  outcomes: { 'signed-in': 'neutral', 'signed-out': 'neutral', 'gets-in': 'exposed', refused: 'held' },
  asks: { moment: 'copy', between: ['gets-in', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: { cookie: stays(), session: stays(), jwt: stays() },
    },
    {
      id: 'session-cookie',
      dials: {
        cookie: { lifetime: 'session' },
        session: { lifetime: 'session' },
        jwt: { lifetime: 'session' },
      },
      expected: { cookie: goes(), session: goes(), jwt: goes() },
    },
    {
      id: 'local-storage',
      dials: { jwt: { carrier: 'local-storage', lifetime: 'session' } },
      expected: { jwt: stays() },
    },
  ],

  async *play({ laptop, elsewhere, found }) {
    await laptop.signIn()
    await laptop.get('me')
    const copy = await laptop.copied()
    yield 'sign-in'

    await laptop.reopen()
    const after = await laptop.get('me')
    const reopened = after.json?.customer ? 'signed-in' : 'signed-out'
    found('reopened', reopened, { exchange: after.exchange, readFrom: 'max-age' })
    yield 'close'

    const replayed = await elsewhere(copy)
    found('copy', replayed.json?.customer ? 'gets-in' : 'refused', replayed)
    yield 'replay'
  },
})

function stays() {
  return { reopened: 'signed-in', copy: 'gets-in' } as const
}

function goes() {
  return { reopened: 'signed-out', copy: 'gets-in' } as const
}

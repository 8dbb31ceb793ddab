import { browserLab } from '../lab'
import type { Kept, StoragePlace } from '../stage/browser-stage'

type Moment = 'own-page' | 'blocked' | 'reloaded' | 'window-name' | 'history-state'
type Outcome = 'keeps' | 'throws' | 'loses'

/** Where a page may store nothing, what is left of each way to remember? A sandboxed frame is such a place. */
export const lab = browserLab<'own-page' | 'blocked' | 'reload', Moment, Outcome>({
  id: 'X21',
  slug: 'x21-blocked-storage',
  group: 'tokens',
  lesson: [15, 1],
  settles: ['S-284', 'S-300'],
  myths: [
    {
      id: 'jwt-without-cookies',
      verdict: 'false',
      rows: ['S-300'],
      position: 'local-storage',
      lanes: ['jwt'],
      moments: ['blocked', 'reloaded'],
    },
  ],
  acts: ['own-page', 'blocked', 'reload'],
  moments: ['own-page', 'blocked', 'reloaded', 'window-name', 'history-state'],
  outcomes: { keeps: 'held', throws: 'exposed', loses: 'exposed' },
  asks: { moment: 'blocked', between: ['keeps', 'throws'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: { cookie: verdict('throws'), session: verdict('throws'), jwt: verdict('keeps') },
    },
    {
      id: 'local-storage',
      dials: { jwt: { carrier: 'local-storage' } },
      expected: { jwt: verdict('throws') },
    },
    {
      id: 'cookie-carrier',
      dials: { jwt: { carrier: 'cookie' } },
      expected: { jwt: verdict('throws') },
    },
  ],

  async *play({ laptop, sandboxedFrame, found }) {
    await laptop.signIn()
    const known = await laptop.get('me')
    found('own-page', known.json?.customer ? 'keeps' : 'loses', known)
    yield 'own-page'

    const kept = await sandboxedFrame.keep()
    const readFrom = { readFrom: 'frame' } as const
    const own = kept[known.heldIn ?? 'variable']
    found('blocked', own.now ? 'keeps' : own.threw ? 'throws' : 'loses', readFrom, { says: saysOf(own) })
    yield 'blocked'

    found('reloaded', own.reloaded ? 'keeps' : 'loses', readFrom)
    for (const [moment, place] of NO_STORES) {
      const { threw, reloaded, nextPage } = kept[place]
      const outcome = reloaded ? 'keeps' : threw ? 'throws' : 'loses'
      found(moment, outcome, readFrom, { next: nextPage ? 'there' : 'gone' })
    }
    yield 'reload'
  },
})

/** No stores, so that nothing blocks them; and no server can set them. */
const NO_STORES = [
  ['window-name', 'window.name'],
  ['history-state', 'history.state'],
] as const satisfies [Moment, StoragePlace][]

const saysOf = ({ threw, now }: Kept) => threw ?? (now ? 'works' : 'nothing')

function verdict(blocked: Outcome) {
  return {
    'own-page': 'keeps',
    blocked,
    reloaded: 'loses',
    'window-name': 'keeps',
    // Each load of the frame is another opaque origin, and the entry's state belonged to the one before.
    'history-state': 'loses',
  } as const
}

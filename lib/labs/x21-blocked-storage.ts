import { browserLab } from './lab'

type Moment = 'own-page' | 'blocked' | 'reloaded'
type Outcome = 'keeps' | 'throws' | 'loses'

/** Where a page may store nothing, what is left of each way to remember? A sandboxed frame is such a place. */
export const blockedStorage = browserLab<'own-page' | 'blocked' | 'reload', Moment, Outcome>({
  id: 'X21',
  slug: 'x21-blocked-storage',
  settles: ['S-283', 'S-300', 'S-303', 'S-305'],
  acts: ['own-page', 'blocked', 'reload'],
  moments: ['own-page', 'blocked', 'reloaded'],
  outcomes: { keeps: 'held', throws: 'exposed', loses: 'exposed' },
  asks: { moment: 'blocked', between: ['keeps', 'throws'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('throws', 'loses'),
        session: verdict('throws', 'loses'),
        jwt: verdict('keeps', 'loses'),
      },
    },
    {
      id: 'local-storage',
      dials: { jwt: { carrier: 'local-storage' } },
      expected: { jwt: verdict('throws', 'loses') },
    },
    {
      id: 'cookie-carrier',
      dials: { jwt: { carrier: 'cookie' } },
      expected: { jwt: verdict('throws', 'loses') },
    },
  ],

  async *play({ strategy, position, laptop, sandboxedFrame, found }) {
    await laptop.signIn()
    const { json, exchange } = await laptop.get('me')
    found('own-page', json?.customer ? 'keeps' : 'loses', exchange)
    yield 'own-page'

    const inMemory = strategy === 'jwt' && position === 'default'
    const { now, afterReload } = await sandboxedFrame.keep()
    const { cookie, localStorage } = await sandboxedFrame.stores()
    const says = inMemory ? 'works' : position === 'local-storage' ? localStorage : cookie
    const works = inMemory ? now : says === 'works'
    found('blocked', works ? 'keeps' : 'throws', null, { says })
    yield 'blocked'

    found('reloaded', inMemory && afterReload ? 'keeps' : 'loses', null)
    yield 'reload'
  },
})

function verdict(blocked: Outcome, reloaded: Outcome) {
  return { 'own-page': 'keeps', blocked, reloaded } as const
}

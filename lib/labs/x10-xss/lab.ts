import { browserLab } from '../lab'

type Moment = 'at-once' | 'with-effort' | 'rides' | 'elsewhere'
type Outcome =
  | 'reads'
  | 'reads-nothing'
  | 'out-of-reach'
  | 'buys'
  | 'cannot-buy'
  | 'gets-in'
  | 'refused'
  | 'nothing-to-send'

/** Somebody's script runs on the shop's page. Can it read the credential, use it, and take it along? */
export const lab = browserLab<'sign-in' | 'read' | 'ride' | 'take-along', Moment, Outcome>({
  id: 'X10',
  slug: 'x10-xss',
  group: 'attacks',
  lesson: [5, 1],
  settles: ['S-053', 'S-190', 'S-220', 'S-282', 'S-294', 'S-302', 'S-303', 'S-304'],
  myths: [
    {
      id: 'httponly-ends-xss',
      verdict: 'partly',
      rows: ['S-053'],
      position: 'default',
      lanes: ['cookie', 'session'],
      moments: ['at-once', 'rides'],
    },
  ],
  acts: ['sign-in', 'read', 'ride', 'take-along'],
  moments: ['at-once', 'with-effort', 'rides', 'elsewhere'],
  outcomes: {
    reads: 'exposed',
    'reads-nothing': 'held',
    'out-of-reach': 'neutral',
    buys: 'exposed',
    'cannot-buy': 'held',
    'gets-in': 'exposed',
    refused: 'held',
    'nothing-to-send': 'held',
  },
  asks: { moment: 'elsewhere', between: ['gets-in', 'nothing-to-send'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: { cookie: ridesOnly(), session: ridesOnly(), jwt: taken('reads-nothing') },
    },
    {
      id: 'script-readable',
      dials: { cookie: { httpOnly: false }, session: { httpOnly: false } },
      expected: { cookie: taken('reads-nothing'), session: taken('reads-nothing') },
    },
    {
      id: 'local-storage',
      dials: { jwt: { carrier: 'local-storage' } },
      expected: { jwt: taken('reads') },
    },
    {
      id: 'cookie-carrier',
      dials: { jwt: { carrier: 'cookie' } },
      expected: { jwt: ridesOnly() },
    },
    {
      id: 'readable-carrier',
      dials: { jwt: { carrier: 'cookie', httpOnly: false } },
      expected: { jwt: taken('reads-nothing') },
    },
  ],

  async *play({ laptop, elsewhere, found }) {
    await laptop.signIn()
    yield 'sign-in'

    const { injected } = laptop
    const atOnce = injected.read()
    const there = { text: atOnce, readFrom: 'page-stores' } as const
    found('at-once', atOnce ? 'reads' : 'reads-nothing', there, lengthOf(atOnce))
    const effort = atOnce ? there : await injected.readWithEffort()
    const read = effort.text
    const missed = 'outOfReach' in effort && effort.outOfReach ? 'out-of-reach' : 'reads-nothing'
    found('with-effort', read ? 'reads' : missed, effort, lengthOf(read))
    yield 'read'

    const bought = await injected.buy(read)
    const hers = bought.status === 200 && (await laptop.get('cart')).json?.lines.length === 1
    found('rides', hers ? 'buys' : 'cannot-buy', bought)
    yield 'ride'

    const reply = read ? await elsewhere(read) : null
    const sent = reply?.json?.customer ? 'gets-in' : 'refused'
    // With nothing in hand: where the script had looked in vain.
    found('elsewhere', reply ? sent : 'nothing-to-send', reply ?? effort)
    yield 'take-along'
  },
})

const lengthOf = (text: string | null) => ({ characters: text?.length ?? 0 })

function ridesOnly() {
  return {
    'at-once': 'reads-nothing',
    'with-effort': 'reads-nothing',
    rides: 'buys',
    elsewhere: 'nothing-to-send',
  } as const
}

function taken(atOnce: 'reads' | 'reads-nothing') {
  return { 'at-once': atOnce, 'with-effort': 'reads', rides: 'buys', elsewhere: 'gets-in' } as const
}

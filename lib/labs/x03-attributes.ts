import type { BrowserStage } from './browser-stage'
import { browserLab } from './lab'

type Moment = 'http-only' | 'secure' | 'wrong-path' | 'right-path' | 'long-life' | 'prefix' | 'twice'
type Outcome = (typeof WORDS)[Moment][number] | 'no-attributes'

/** What can become of each moment: [seen, otherwise]. */
const WORDS = {
  'http-only': ['readable', 'hidden'],
  secure: ['in-clear', 'unreadable'],
  'wrong-path': ['still-there', 'deleted'],
  'right-path': ['still-there', 'deleted'],
  'long-life': ['shortened', 'as-asked'],
  prefix: ['kept', 'refused'],
  twice: ['both-sent', 'one-sent'],
} as const

/** What does each attribute of a cookie do? Tried out on the attacker's own host, where nothing of the visitor's shop lies. */
export const attributes = browserLab<'try' | 'delete', Moment, Outcome>({
  id: 'X03',
  slug: 'x03-attributes',
  crossSite: true,
  settles: ['S-025', 'S-026', 'S-031', 'S-032', 'S-033', 'S-035', 'S-042', 'S-043'],
  acts: ['try', 'delete'],
  moments: ['http-only', 'secure', 'wrong-path', 'right-path', 'long-life', 'prefix', 'twice'],
  outcomes: {
    readable: 'exposed',
    hidden: 'held',
    'in-clear': 'exposed',
    unreadable: 'held',
    'still-there': 'exposed',
    deleted: 'held',
    shortened: 'neutral',
    'as-asked': 'neutral',
    kept: 'exposed',
    refused: 'held',
    'both-sent': 'exposed',
    'one-sent': 'held',
    'no-attributes': 'neutral',
  },
  asks: { moment: 'wrong-path', between: ['still-there', 'deleted'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: { cookie: asCookie(), session: asCookie(), jwt: inHeader() },
    },
    { id: 'cookie-carrier', dials: { jwt: { carrier: 'cookie' } }, expected: { jwt: asCookie() } },
  ],

  async *play(stage) {
    const find = finderOf(stage)
    if (stage.strategy === 'jwt' && stage.position === 'default') {
      // The access token rides in a header field: nothing of this applies to it.
      for (const moment of Object.keys(WORDS) as Moment[]) stage.found(moment, 'no-attributes', null)
      yield 'try'
      yield 'delete'
      return
    }
    const seen = await stage.attackersSite.tryOut('bench')
    find('http-only', seen.httpOnlyInScript)
    find('secure', seen.secureInScript)
    find('long-life', Number(seen.daysOf999) < 999, { days: Number(seen.daysOf999) })
    find('prefix', seen.securePrefixBare || seen.hostPrefixWithPath || seen.noneWithoutSecure)
    find('twice', seen.doubled === 'inner outer', { values: String(seen.doubled) })
    yield 'try'
    find('wrong-path', seen.afterWrongPath)
    find('right-path', seen.afterRightPath, { left: Number(seen.left) })
    yield 'delete'
  },
})

/** The workbench is no room: what it shows is on no wire of the lane. */
const finderOf =
  ({ found }: BrowserStage<Moment, Outcome>) =>
  (moment: Moment, seen: unknown, facts?: Record<string, string | number>) =>
    found(moment, WORDS[moment][seen ? 0 : 1], null, facts)

function asCookie() {
  return {
    'http-only': 'hidden',
    secure: 'in-clear',
    'wrong-path': 'still-there',
    'right-path': 'deleted',
    'long-life': 'shortened',
    prefix: 'refused',
    twice: 'both-sent',
  } as const
}

function inHeader() {
  const none = 'no-attributes' as const
  const [first, second] = [
    { 'http-only': none, secure: none, 'wrong-path': none, 'right-path': none },
    { 'long-life': none, prefix: none, twice: none },
  ]
  return { ...first, ...second }
}

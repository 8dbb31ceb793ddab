import type { ReadingKind } from '../evidence'
import { browserLab } from '../lab'
import type { BrowserStage } from '../stage/browser-stage'

type Moment = keyof typeof WORDS
type Outcome = (typeof WORDS)[Moment][number] | 'not-told' | 'no-attributes'

/** What can become of each moment: [seen, otherwise]. */
const WORDS = {
  'http-only': ['readable', 'hidden'],
  secure: ['in-clear', 'unreadable'],
  'null-value': ['still-there', 'deleted'],
  'wrong-path': ['still-there', 'deleted'],
  'right-path': ['still-there', 'deleted'],
  'long-life': ['shortened', 'as-asked'],
  prefix: ['kept', 'refused'],
  'http-prefix': ['kept', 'refused'],
  twice: ['both-sent', 'one-sent'],
  'by-script': ['kept', 'refused'],
} as const

/** Where each is looked at: no room has the attacker's host on its wire. */
const LOOKED_AT = {
  'http-only': 'document-cookie',
  secure: 'document-cookie',
  'null-value': 'cookie-field',
  'wrong-path': 'cookie-field',
  'right-path': 'cookie-field',
  'long-life': 'cookie-store',
  prefix: 'document-cookie',
  'http-prefix': 'cookie-field',
  twice: 'cookie-field',
  'by-script': 'cookie-field',
} as const satisfies Record<Moment, ReadingKind>

/** What does each attribute of a cookie do? Tried out on the attacker's own host, where nothing of the visitor's shop lies. */
export const lab = browserLab<'sign-in' | 'try' | 'delete', Moment, Outcome>({
  id: 'X03',
  slug: 'x03-attributes',
  group: 'remembers',
  lesson: [2, 1],
  crossSite: true,
  settles: ['S-017', 'S-025', 'S-026', 'S-031', 'S-032', 'S-033', 'S-035', 'S-042', 'S-043'],
  myths: [
    {
      id: 'secure-is-encrypted',
      verdict: 'false',
      rows: ['S-042', 'S-043'],
      position: 'default',
      lanes: ['cookie'],
      moments: ['secure'],
    },
    {
      id: 'deleting-is-null',
      verdict: 'false',
      rows: ['S-031', 'S-033'],
      position: 'default',
      lanes: ['cookie'],
      moments: ['null-value', 'wrong-path', 'right-path'],
    },
  ],
  acts: ['sign-in', 'try', 'delete'],
  moments: [
    ...[
      'http-only',
      'secure',
      'null-value',
      'wrong-path',
      'right-path',
      'long-life',
      'prefix',
      'http-prefix',
    ],
    ...['twice', 'by-script'],
  ] as Moment[],
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
    'not-told': 'neutral',
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
    await stage.laptop.signIn()
    const asked = await stage.laptop.get('me')
    yield 'sign-in'
    if (asked.heldIn !== 'cookie') {
      // What rides in a field of the request has no attributes: its exchange shows the field.
      for (const moment of lab.moments as Moment[]) stage.found(moment, 'no-attributes', asked)
      yield 'try'
      yield 'delete'
      return
    }
    const find = finderOf(stage)
    const seen = await stage.attackersSite.tryOut('bench')
    if (!seen.httpOnlySent || !seen.shelfSent) throw new Error('this browser keeps no cookies of that host')
    find('http-only', seen.httpOnlyInScript)
    if (seen.secureSent) find('secure', seen.secureInScript)
    else stage.found('secure', 'refused', { readFrom: 'cookie-field' })
    findLife(stage, Number(seen.daysOf999))
    find('prefix', seen.securePrefixBare || seen.hostPrefixWithPath || seen.noneWithoutSecure)
    find('http-prefix', seen.httpPrefixByScript)
    find('twice', seen.doubled === 'inner outer', { values: String(seen.doubled) })
    find('by-script', seen.byScriptSent)
    yield 'try'
    find('null-value', seen.afterNullValue)
    find('wrong-path', seen.afterWrongPath)
    find('right-path', seen.afterRightPath, { left: Number(seen.left) })
    yield 'delete'
  },
})

const finderOf =
  ({ found }: BrowserStage<Moment, Outcome>) =>
  (moment: Moment, seen: unknown, facts?: Record<string, string | number>) =>
    found(moment, WORDS[moment][seen ? 0 : 1], { readFrom: LOOKED_AT[moment] }, facts)

const ASKED_DAYS = 999

/** @param days that are left; below zero: this browser tells no page when a cookie ends */
function findLife({ found }: BrowserStage<Moment, Outcome>, days: number): void {
  const outcome = days < 0 ? 'not-told' : WORDS['long-life'][days < ASKED_DAYS ? 0 : 1]
  found('long-life', outcome, { readFrom: LOOKED_AT['long-life'] }, { days })
}

function asCookie() {
  return {
    'http-only': 'hidden',
    secure: 'in-clear',
    'null-value': 'still-there',
    'wrong-path': 'still-there',
    'right-path': 'deleted',
    'long-life': 'shortened',
    prefix: 'refused',
    'http-prefix': 'refused',
    twice: 'both-sent',
    'by-script': 'kept',
  } as const
}

function inHeader() {
  const none = 'no-attributes' as const
  return Object.fromEntries(Object.keys(WORDS).map((moment) => [moment, none])) as Record<Moment, typeof none>
}

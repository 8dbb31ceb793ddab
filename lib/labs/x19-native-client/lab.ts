import { type LabPosition, type LabVerdict, serverLab } from '../lab'
import { NATIVE_MYTHS } from './beliefs'
import { MOMENTS, type NativeMoment, type NativeOutcome } from './moments'
import { PLAYS } from './plays'

type Verdict = LabVerdict<NativeMoment, NativeOutcome>

/** An app that keeps cookies while it runs. */
const KNOWN: Verdict = {
  next: 'known',
  later: 'known',
  cart: 'all-there',
  beside: 'both',
  restarted: 'stranger',
  'at-rest': 'nowhere',
  'rows-left': 'one',
  forged: 'stranger',
}

/** Rows are of those lanes that have any. */
const COOKIE: Verdict = { ...KNOWN, 'rows-left': 'none' }

const FORGETS: Verdict = {
  ...KNOWN,
  next: 'stranger',
  later: 'stranger',
  cart: 'starts-over',
  beside: 'site-only',
}
const LASTS = { restarted: 'known', 'at-rest': 'in-a-file' } as const
const LOCKED = { restarted: 'known', 'at-rest': 'locked-away' } as const
const SESSION_COOKIES = { lifetime: 'session' } as const

const POSITIONS: readonly [
  LabPosition<NativeMoment, NativeOutcome>,
  ...LabPosition<NativeMoment, NativeOutcome>[],
] = [
  { id: 'default', dials: {}, expected: { cookie: COOKIE, session: KNOWN, jwt: KNOWN } },
  {
    id: 'no-jar',
    dials: {},
    expected: {
      cookie: { ...FORGETS, 'rows-left': 'none' },
      session: { ...FORGETS, 'rows-left': 'each' },
      // The token is in the app's own hands: no jar is needed, until it has to be renewed.
      jwt: { ...KNOWN, later: 'stranger' },
    },
  },
  {
    id: 'on-disk',
    dials: {},
    expected: {
      cookie: { ...COOKIE, ...LASTS },
      session: { ...KNOWN, ...LASTS },
      jwt: { ...KNOWN, ...LASTS },
    },
  },
  {
    id: 'no-end',
    dials: { cookie: SESSION_COOKIES, session: SESSION_COOKIES, jwt: SESSION_COOKIES },
    expected: { cookie: COOKIE, session: KNOWN, jwt: KNOWN },
  },
  {
    id: 'by-hand',
    dials: {},
    expected: {
      cookie: { ...COOKIE, ...LOCKED, cart: 'starts-over' },
      session: { ...KNOWN, ...LOCKED },
      jwt: { ...KNOWN, ...LOCKED },
    },
  },
]

/** An HTTP client without a browser around it. Can it keep a sign-in, over a restart too, and what does it leave on the server? */
export const lab = serverLab<string, NativeMoment, NativeOutcome>({
  id: 'X19',
  slug: 'x19-native-client',
  group: 'systems',
  lesson: [14, 2],
  settles: ['S-201', 'S-240', 'S-241', 'S-242', 'S-243', 'S-260', 'S-298', 'S-299', 'S-306'],
  myths: NATIVE_MYTHS,
  acts: Object.keys(PLAYS),
  moments: MOMENTS,
  outcomes: {
    known: 'neutral',
    stranger: 'neutral',
    'all-there': 'held',
    'starts-over': 'neutral',
    both: 'held',
    'site-only': 'neutral',
    nowhere: 'held',
    'in-a-file': 'exposed',
    'locked-away': 'held',
    none: 'held',
    one: 'held',
    each: 'exposed',
  },
  asks: { moment: 'restarted', between: ['known', 'stranger'] },
  positions: POSITIONS,

  async *play(stage) {
    const storage = await stage.appStorage()
    const acts = Object.entries(PLAYS)
    const last = acts.at(-1)![0]
    try {
      for (const [act, play] of acts) {
        await play(stage, storage)
        if (act !== last) yield act
      }
    } finally {
      await storage.remove()
    }
    // Not before the file is gone: after the last act nothing is asked of a lane any more.
    yield last
  },
})

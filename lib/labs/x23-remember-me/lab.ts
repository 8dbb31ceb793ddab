import { type LabVerdict, serverLab } from '../lab'
import type { RememberManner } from '../remember/remember'
import { MOMENTS, type RememberMoment, type RememberOutcome } from './moments'
import { PLAYS } from './plays'

type Verdict = LabVerdict<RememberMoment, RememberOutcome>

const POPUP = {
  'popup-today': 'hidden',
  'popup-tomorrow': 'shown',
  'popup-edited': 'own-popup',
} as const

/** It stays signed in by itself, until the end inside it. */
const COOKIE: Verdict = {
  'next-morning': 'known',
  'week-later': 'out',
  stolen: 'unnoticed',
  'thief-at-once': 'unnoticed',
  'two-tabs': 'known',
  'lost-answer': 'known',
  invented: 'refused',
  'from-table': 'nothing',
  'second-device': 'known',
  ...POPUP,
}

const ROTATING: Verdict = {
  'next-morning': 'known',
  'week-later': 'known',
  stolen: 'alarm',
  'thief-at-once': 'alarm',
  'two-tabs': 'false-alarm',
  'lost-answer': 'false-alarm',
  invented: 'refused',
  'from-table': 'refused',
  'second-device': 'known',
  ...POPUP,
}

/** The family of a refresh token is the same idea, and ends after twelve hours. */
const FAMILY: Verdict = { ...ROTATING, 'week-later': 'out' }

const TEN_SECONDS = { 'thief-at-once': 'alarm-later', 'two-tabs': 'known' } as const

const PLAIN: Verdict = {
  ...COOKIE,
  'week-later': 'known',
  invented: 'gets-in',
}

/** "Keep me signed in", and "not today": what a cookie may remember by itself, and what it may not. */
export const lab = serverLab<string, RememberMoment, RememberOutcome>({
  id: 'X23',
  slug: 'x23-remember-me',
  group: 'systems',
  lesson: [4, 3],
  settles: ['S-062', 'S-064', 'S-065', 'S-221'],
  myths: [
    {
      id: 'remember-the-password',
      verdict: 'false',
      rows: ['S-062'],
      position: 'plain',
      lanes: ['cookie', 'session'],
      moments: ['invented'],
    },
  ],
  acts: Object.keys(PLAYS),
  moments: MOMENTS,
  outcomes: {
    known: 'held',
    out: 'neutral',
    alarm: 'held',
    'alarm-later': 'neutral',
    unnoticed: 'exposed',
    'owner-out': 'exposed',
    'false-alarm': 'neutral',
    'gets-in': 'exposed',
    refused: 'held',
    nothing: 'neutral',
    hidden: 'held',
    shown: 'held',
    'own-popup': 'held',
  },
  asks: { moment: 'two-tabs', between: ['known', 'false-alarm'] },
  positions: [
    { id: 'default', dials: {}, expected: { cookie: COOKIE, session: ROTATING, jwt: FAMILY } },
    {
      id: 'plain',
      dials: { cookie: { protection: 'plain' } },
      expected: { cookie: { ...COOKIE, invented: 'gets-in' }, session: PLAIN },
    },
    {
      id: 'grace-10',
      dials: { jwt: { grace: 10 } },
      expected: { session: { ...ROTATING, ...TEN_SECONDS }, jwt: { ...FAMILY, ...TEN_SECONDS } },
    },
    {
      id: 'grace-60',
      dials: {},
      expected: { session: { ...ROTATING, ...TEN_SECONDS, 'lost-answer': 'known' } },
    },
    {
      id: 'one-device',
      dials: { session: { deviceLimit: 1 }, jwt: { deviceLimit: 1 } },
      expected: {
        session: { ...ROTATING, 'second-device': 'out' },
        jwt: { ...FAMILY, 'second-device': 'out' },
      },
    },
  ],

  async *play(stage) {
    const remember = await stage.outside.openRemember(mannerOf(stage.position))
    try {
      for (const [act, play] of Object.entries(PLAYS)) {
        await play(stage, remember)
        yield act
      }
    } finally {
      await remember.close()
    }
  },
})

const GRACE: Readonly<Record<string, number>> = { 'grace-10': 10, 'grace-60': 60 }

/** Of the session lane; the others have their own. */
const mannerOf = (position: string): RememberManner => ({
  cookie: position === 'plain' ? 'plain' : 'series',
  grace: GRACE[position] ?? 0,
  onePerUser: position === 'one-device',
})

import { type LabVerdict, serverLab } from '../lab'
import { type LoadMoment, type LoadOutcome, MOMENTS } from './moments'
import { PLAYS } from './plays'

type Verdict = LabVerdict<LoadMoment, LoadOutcome>

const COOKIE: Verdict = {
  'who-reads': 'none',
  'who-writes': 'none',
  'cart-reads': 'none',
  'change-writes': 'none',
  'credential-size': 'large',
  'head-grows': 'grows',
  kept: 'no-row',
  'kept-grows': 'no-row',
  cleared: 'no-row',
}

const SESSION: Verdict = {
  'who-reads': 'each',
  'who-writes': 'some',
  'cart-reads': 'each',
  'change-writes': 'each',
  'credential-size': 'small',
  'head-grows': 'same',
  kept: 'one-row',
  'kept-grows': 'grows',
  cleared: 'no-row',
}

const JWT: Verdict = {
  'who-reads': 'some',
  'who-writes': 'some',
  'cart-reads': 'each',
  'change-writes': 'each',
  'credential-size': 'middle',
  'head-grows': 'same',
  kept: 'rows',
  'kept-grows': 'grows',
  // The cart hangs on the customer, not on a sign-in.
  cleared: 'one-row',
}

/** What one visitor costs in ten minutes: on the wire, and in the store. How many milliseconds is the benchmark's business. */
export const lab = serverLab<string, LoadMoment, LoadOutcome>({
  id: 'X22',
  slug: 'x22-load',
  group: 'systems',
  lesson: [16, 1],
  settles: [
    ...['S-092', 'S-102', 'S-108', 'S-138', 'S-139', 'S-197', 'S-198', 'S-245', 'S-254', 'S-257', 'S-263'],
    ...['S-275', 'S-276', 'S-280'],
  ],
  myths: [
    {
      id: 'cookies-are-free',
      verdict: 'partly',
      rows: ['S-102', 'S-108'],
      position: 'default',
      lanes: ['cookie', 'session', 'jwt'],
      moments: ['head-grows', 'who-reads'],
    },
    {
      id: 'a-row-each-is-too-much',
      verdict: 'partly',
      rows: ['S-197', 'S-198', 'S-254'],
      position: 'default',
      lanes: ['session', 'jwt'],
      moments: ['kept'],
    },
  ],
  acts: Object.keys(PLAYS),
  moments: MOMENTS,
  outcomes: {
    none: 'neutral',
    some: 'neutral',
    each: 'neutral',
    small: 'neutral',
    middle: 'neutral',
    large: 'neutral',
    grows: 'neutral',
    same: 'neutral',
    'no-row': 'neutral',
    'one-row': 'neutral',
    rows: 'neutral',
  },
  asks: { moment: 'kept', between: ['no-row', 'one-row', 'rows'] },
  positions: [
    { id: 'default', dials: {}, expected: { cookie: COOKIE, session: SESSION, jwt: JWT } },
    {
      id: 'cart-in-token',
      dials: { jwt: { cartIn: 'claims' } },
      expected: {
        jwt: {
          ...JWT,
          'cart-reads': 'some',
          'change-writes': 'none',
          'head-grows': 'grows',
          'kept-grows': 'same',
          cleared: 'no-row',
        },
      },
    },
    {
      id: 'life-900',
      dials: { jwt: { accessLife: 900 } },
      expected: { jwt: { ...JWT, 'who-reads': 'none', 'who-writes': 'none' } },
    },
    { id: 'life-10', dials: { jwt: { accessLife: 10 } }, expected: { jwt: JWT } },
    {
      id: 'denylist',
      dials: { jwt: { denylist: true } },
      expected: { jwt: { ...JWT, 'who-reads': 'each' } },
    },
    {
      id: 'generation',
      dials: { cookie: { generation: true } },
      expected: { cookie: { ...COOKIE, 'who-reads': 'each', 'cart-reads': 'each' } },
    },
    {
      id: 'no-sliding',
      dials: { session: { sliding: false } },
      expected: { session: { ...SESSION, 'who-writes': 'none' } },
    },
  ],

  async *play(stage) {
    for (const [act, play] of Object.entries(PLAYS)) {
      await play(stage)
      yield act
    }
  },
})

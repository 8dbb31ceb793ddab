/**
 * The choice that was right when the acts of a lesson were played: by id of the lesson, then of the step. For who teaches, and for no
 * page of a learner. A lab says the others. played.test.ts plays every lesson, and compares.
 */
export const AS_PLAYED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  L02: {
    'who-asks': 'cookie+session+jwt',
    'set-lines': 'cookie+session+jwt',
    'who-sends': 'cookie+session',
    'cookie-lines': 'cookie+session',
  },
  L03: { 'session-cookies': 'none', 'its-end': 'hours' },
  L06: { 'new-cookie': 'cookie', 'which-cookie': 'cookie', number: 'another' },
  L07: { row: 'there' },
  L08: { refused: 'session', rows: 'jwt', 'refused-later': 'session+jwt' },
  L09: { discount: '10' },
  L10: { 'who-reads': 'session', reads: 'session', field: 'authorization' },
  L11: { 'with-list': 'session+jwt', asked: 'session+jwt' },
  L12: { answer: 'another', cookie: 'another' },
}

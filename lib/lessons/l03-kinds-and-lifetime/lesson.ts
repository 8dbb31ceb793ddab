import type { Lesson } from '../lesson'

/** What do attributes promise: how long it stays, where it goes, and whether its value is hidden? */
export const lesson: Lesson = {
  id: 'L03',
  slug: 'l03-kinds-and-lifetime',
  minutes: { alone: 7, class: 12 },
  needs: ['l02-first-cookie'],
  settles: [
    'S-022',
    'S-035',
    'S-039',
    'S-040',
    'S-041',
    'S-042',
    'S-043',
    'S-044',
    'S-049',
    'S-052',
    'S-090',
  ],
  teaches: [
    ...['sign-in', 'expiry', 'browser-close', 'session-cookie', 'persistent-cookie', 'server-session'],
    ...['secure', 'cookie-prefix', 'third-party-cookie'],
  ],
  uses: ['cookie', 'set-cookie', 'cookie-jar', 'cookie-attribute'],
  scene: {
    dials: {
      cookie: { lifetime: 'max-age' },
      session: { lifetime: 'max-age' },
      jwt: { lifetime: 'max-age' },
    },
    acts: [],
  },
  steps: [
    {
      do: 'predict',
      id: 'session-cookies',
      asks: { reading: 'lanes-setting-session-cookie', of: 'sign-in' },
      between: ['session', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'sign-in',
      goal: { seen: { action: 'sign-in', status: 200, setsCookie: true }, everyLane: true },
      wrong: [{ when: { seen: { action: 'cart.add' } }, say: 'added' }],
      hints: 2,
      solve: [{ do: 'sign-in', user: 'mina' }],
    },
    {
      do: 'see',
      id: 'its-end',
      asks: { reading: 'max-age', lane: 'session', of: 'sign-in' },
      between: [
        'none',
        { id: 'minutes', from: 1, to: 3600 },
        { id: 'hours', from: 3601, to: 86_400 },
        { id: 'days', from: 86_401 },
      ],
    },
    { do: 'read', id: 'two-sessions' },
    {
      do: 'predict',
      id: 'secure',
      asks: { lab: 'x03-attributes', moment: 'secure', lane: 'cookie' },
      between: ['in-clear', 'unreadable'],
    },
    {
      do: 'act',
      id: 'try-out',
      goal: { ran: { lab: 'x03-attributes', position: 'default' } },
      wrong: [{ when: { ran: { lab: 'x03-attributes', position: 'cookie-carrier' } }, say: 'carrier' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x03-attributes', position: 'default' }],
    },
    {
      do: 'see',
      id: 'in-script',
      asks: { ownRun: { lab: 'x03-attributes', moment: 'secure', lane: 'cookie' } },
      between: ['in-clear', 'unreadable', 'refused'],
    },
    { do: 'read', id: 'the-road' },
    {
      do: 'check',
      id: 'reopened',
      asks: {
        lab: 'x08-browser-close',
        position: 'session-cookie',
        moment: 'reopened',
        outcome: 'signed-in',
      },
      between: ['session', 'jwt', 'cookie+session+jwt', 'none'],
    },
  ],
}

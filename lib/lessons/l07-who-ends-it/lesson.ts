import type { Lesson } from '../lesson'

/** The browser closes, somebody goes to lunch, a day goes by. Who ends the session, and when? */
export const lesson: Lesson = {
  id: 'L07',
  slug: 'l07-who-ends-it',
  minutes: { alone: 8, class: 14 },
  needs: ['l03-kinds-and-lifetime', 'l06-server-session'],
  settles: ['S-066', 'S-068', 'S-081', 'S-091', 'S-094', 'S-106', 'S-110', 'S-112', 'S-297'],
  teaches: ['sign-out', 'idle-timeout', 'absolute-timeout'],
  uses: ['browser-close', 'session-cookie', 'server-session'],
  scene: {
    dials: {},
    acts: [
      { do: 'sign-in', user: 'mina' },
      { do: 'add', sku: 'apple', quantity: 1 },
    ],
  },
  steps: [
    {
      do: 'predict',
      id: 'copy',
      asks: { lab: 'x08-browser-close', position: 'session-cookie', moment: 'copy', lane: 'session' },
      between: ['gets-in', 'refused'],
    },
    {
      do: 'act',
      id: 'close',
      goal: { ran: { lab: 'x08-browser-close', position: 'session-cookie' } },
      wrong: [{ when: { ran: { lab: 'x08-browser-close', position: 'default' } }, say: 'max-age' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x08-browser-close', position: 'session-cookie' }],
    },
    {
      do: 'see',
      id: 'who-gets-in',
      asks: {
        ownRun: {
          lab: 'x08-browser-close',
          position: 'session-cookie',
          moment: 'copy',
          outcome: 'gets-in',
        },
      },
      between: ['none', 'cookie', 'cookie+jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'closing' },
    {
      do: 'predict',
      id: 'lunch',
      asks: { lab: 'x07-expiry', moment: 'unused', lane: 'session' },
      between: ['known', 'expired'],
    },
    {
      do: 'act',
      id: 'wait',
      goal: { seen: { lane: 'session', credential: 'expired' } },
      wrong: [
        {
          when: { inOrder: [{ done: 'clock' }, { seen: { lane: 'session', credential: 'valid' } }] },
          say: 'too-early',
        },
        { when: { seen: { lane: 'session', action: 'cart.add', credential: 'absent' } }, say: 'nobody' },
      ],
      hints: 2,
      solve: [{ do: 'sign-in', user: 'mina' }, { do: 'clock', seconds: 1800 }, { do: 'read' }],
    },
    {
      do: 'see',
      id: 'row',
      asks: { reading: 'rows', lane: 'session', of: 'wait' },
      between: [
        { id: 'gone', from: 0, to: 0 },
        { id: 'there', from: 1, to: 99 },
      ],
    },
    { do: 'read', id: 'ends' },
    {
      do: 'check',
      id: 'all-day',
      asks: { lab: 'x07-expiry', moment: 'twelve-hours', lane: 'session' },
      between: ['known', 'expired'],
    },
  ],
}

import type { Lesson } from '../lesson'

/** Support ends every sign-in of a customer. Which lane obeys, when, and why? */
export const lesson: Lesson = {
  id: 'L08',
  slug: 'l08-forced-sign-out',
  minutes: { alone: 9, class: 15 },
  needs: ['l06-server-session', 'l07-who-ends-it'],
  settles: ['S-095', 'S-096', 'S-098', 'S-307', 'S-308'],
  teaches: ['forced-sign-out', 'revoke', 'device-list'],
  uses: ['server-session', 'sign-out', 'token', 'access-token'],
  scene: {
    // Long enough to read by: a token that ends meanwhile would answer what is asked later.
    dials: { jwt: { accessLife: 300 } },
    acts: [
      { do: 'sign-in', user: 'mina' },
      { do: 'add', sku: 'apple', quantity: 1 },
      { do: 'device', device: 'phone' },
      { do: 'sign-in', user: 'mina' },
      { do: 'device', device: 'laptop' },
    ],
  },
  steps: [
    {
      do: 'predict',
      id: 'who-obeys',
      asks: { lab: 'x13-forced-sign-out', moment: 'next-request', outcome: 'refused' },
      between: ['cookie+session+jwt', 'session', 'session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'force',
      // While the access token lives: one that has ended by itself would be refused without any force.
      goal: {
        inOrder: [
          { done: 'force-sign-out' },
          {
            all: [
              { seen: { lane: 'cookie', device: 'phone', action: 'cart.read', presents: true } },
              { seen: { lane: 'session', device: 'phone', action: 'cart.read', presents: true } },
              { seen: { lane: 'jwt', device: 'phone', action: 'cart.read', credential: 'valid' } },
            ],
          },
        ],
      },
      wrong: [
        { when: { done: 'force-sign-out-everyone' }, say: 'one-lane' },
        { when: { seen: { action: 'sign-out' } }, say: 'signed-out' },
        {
          when: { seen: { device: 'phone', action: 'cart.read', credential: 'absent' } },
          say: 'nobody-there',
        },
        {
          when: {
            inOrder: [
              { done: 'force-sign-out' },
              { seen: { lane: 'jwt', device: 'phone', action: 'cart.read', credential: 'expired' } },
            ],
          },
          say: 'token-over',
        },
        {
          when: {
            inOrder: [
              { done: 'force-sign-out' },
              { seen: { device: 'laptop', action: 'cart.read', presents: true }, everyLane: true },
            ],
          },
          say: 'laptop',
        },
      ],
      hints: 2,
      solve: [{ do: 'force-sign-out', user: 'mina' }, { do: 'device', device: 'phone' }, { do: 'read' }],
    },
    {
      do: 'see',
      id: 'refused',
      asks: { reading: 'lanes-refused', of: 'force' },
      between: ['cookie', 'session', 'session+jwt', 'none'],
    },
    {
      do: 'see',
      id: 'rows',
      asks: { reading: 'lanes-with-ended-rows', of: 'force' },
      between: ['session', 'jwt', 'session+jwt', 'none'],
    },
    { do: 'read', id: 'why' },
    {
      do: 'predict',
      id: 'later-on',
      asks: { lab: 'x13-forced-sign-out', moment: 'minute-later', outcome: 'refused' },
      between: ['session', 'session+jwt', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'quarter',
      goal: {
        all: [
          { seen: { lane: 'cookie', credential: 'valid' } },
          { seen: { lane: 'session', credential: 'refused' } },
          { seen: { lane: 'jwt', credential: 'expired' } },
        ],
      },
      wrong: [
        {
          when: {
            inOrder: [{ done: 'clock' }, { seen: { lane: 'jwt', credential: 'valid' } }],
          },
          say: 'too-early',
        },
      ],
      hints: 2,
      dead: { seen: { action: 'sign-in', status: 200 } },
      solve: [
        { do: 'force-sign-out', user: 'mina' },
        { do: 'clock', seconds: 900 },
        { do: 'add', sku: 'apple', quantity: 1 },
      ],
    },
    {
      do: 'see',
      id: 'refused-later',
      asks: { reading: 'lanes-refused', of: 'quarter' },
      between: ['session', 'session+jwt', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'check',
      id: 'that-phone',
      asks: { lab: 'x14-devices', moment: 'list', outcome: 'not-possible' },
      between: ['cookie', 'jwt', 'cookie+jwt', 'none'],
    },
  ],
}

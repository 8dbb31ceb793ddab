import type { Lesson } from '../lesson'

/** A right is taken away, a sign-in is ended. What does a credential believe that was made before, and what does the cure cost? */
export const lesson: Lesson = {
  id: 'L11',
  slug: 'l11-no-taking-back',
  minutes: { alone: 9, class: 15 },
  needs: ['l08-forced-sign-out', 'l10-jwt-in-motion'],
  settles: ['S-203', 'S-207', 'S-310'],
  teaches: ['role', 'stale-data', 'revoke', 'denylist'],
  uses: ['forced-sign-out', 'token', 'sealed-cookie'],
  scene: {
    dials: { jwt: { denylist: true } },
    acts: [
      { do: 'sign-in', user: 'mina' },
      { do: 'add', sku: 'apple', quantity: 1 },
    ],
  },
  steps: [
    {
      do: 'predict',
      id: 'demoted',
      asks: { lab: 'x15-password-and-role', moment: 'role-next', outcome: 'old' },
      between: ['none', 'jwt', 'cookie+jwt', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'demote',
      goal: { ran: { lab: 'x15-password-and-role', position: 'default' } },
      wrong: [
        { when: { ran: { lab: 'x15-password-and-role', position: 'copied' } }, say: 'copied' },
        { when: { ran: { lab: 'x15-password-and-role', position: 'old-tokens' } }, say: 'old-tokens' },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x15-password-and-role', position: 'default' }],
    },
    {
      do: 'see',
      id: 'old-role',
      asks: { ownRun: { lab: 'x15-password-and-role', moment: 'role-next', outcome: 'old' } },
      between: ['none', 'jwt', 'cookie+jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'copies' },
    {
      do: 'predict',
      id: 'with-list',
      asks: { reading: 'lanes-refused', of: 'force' },
      between: ['session', 'session+jwt', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'force',
      // A token that has not ended is refused: the list is on.
      goal: {
        inOrder: [
          { done: 'force-sign-out' },
          {
            all: [
              { seen: { lane: 'cookie', action: 'cart.read', presents: true } },
              { seen: { lane: 'session', action: 'cart.read', presents: true } },
              { seen: { lane: 'jwt', action: 'cart.read', credential: 'refused' } },
            ],
          },
        ],
      },
      wrong: [
        { when: { seen: { action: 'sign-out' } }, say: 'signed-out' },
        {
          when: { inOrder: [{ done: 'force-sign-out' }, { seen: { lane: 'jwt', credential: 'valid' } }] },
          say: 'no-list',
        },
        {
          when: {
            inOrder: [
              { done: 'force-sign-out' },
              { seen: { lane: 'jwt', action: 'cart.read', credential: 'expired' } },
            ],
          },
          say: 'token-over',
        },
      ],
      hints: 2,
      solve: [
        { do: 'dial', lane: 'jwt', name: 'denylist', value: true },
        { do: 'sign-in', user: 'mina' },
        { do: 'force-sign-out', user: 'mina' },
        { do: 'read' },
      ],
    },
    {
      do: 'see',
      id: 'asked',
      asks: { reading: 'lanes-reading-store', of: 'force' },
      between: ['session', 'session+jwt', 'cookie+session+jwt', 'none'],
    },
    { do: 'read', id: 'price' },
    {
      do: 'check',
      id: 'number',
      asks: {
        lab: 'x13-forced-sign-out',
        position: 'generation',
        moment: 'next-request',
        lane: 'cookie',
      },
      between: ['still-in', 'refused'],
    },
  ],
}

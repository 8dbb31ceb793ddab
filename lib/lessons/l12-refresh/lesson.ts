import type { Lesson } from '../lesson'

/** The access token is short, and a second token brings the next one. What happens when two parties hold that second one? */
export const lesson: Lesson = {
  id: 'L12',
  slug: 'l12-refresh',
  minutes: { alone: 9, class: 15 },
  needs: ['l07-who-ends-it', 'l11-no-taking-back'],
  settles: [
    ...['S-208', 'S-209', 'S-212', 'S-213', 'S-214', 'S-215', 'S-216', 'S-229'],
    ...['S-230', 'S-231', 'S-234'],
  ],
  teaches: ['rotation', 'reuse-detection', 'token-family'],
  uses: ['access-token', 'refresh-token', 'theft', 'revoke'],
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
      id: 'answer',
      asks: { reading: 'carried-cookie', lane: 'jwt', of: 'renew' },
      between: ['kept', 'another', 'dropped'],
    },
    {
      do: 'act',
      id: 'renew',
      goal: { seen: { lane: 'jwt', action: 'refresh', status: 200 } },
      wrong: [
        { when: { seen: { lane: 'jwt', action: 'refresh', status: 401 } }, say: 'no-right' },
        {
          when: { inOrder: [{ done: 'clock' }, { seen: { lane: 'jwt', credential: 'valid' } }] },
          say: 'too-early',
        },
        { when: { seen: { lane: 'jwt', action: 'cart.add', credential: 'absent' } }, say: 'nobody' },
      ],
      hints: 2,
      solve: [{ do: 'sign-in', user: 'mina' }, { do: 'clock', seconds: 60 }, { do: 'read' }],
    },
    {
      do: 'see',
      id: 'cookie',
      asks: { reading: 'carried-cookie', lane: 'jwt', of: 'renew' },
      between: ['kept', 'another', 'dropped'],
    },
    { do: 'read', id: 'one-use' },
    {
      do: 'predict',
      id: 'thief-first',
      asks: { lab: 'x16-refresh', moment: 'thief-first', lane: 'jwt' },
      between: ['alarm', 'owner-out', 'unnoticed'],
    },
    {
      do: 'act',
      id: 'run',
      goal: { ran: { lab: 'x16-refresh', position: 'default' } },
      wrong: [
        { when: { ran: { lab: 'x16-refresh', position: 'fixed' } }, say: 'fixed' },
        { when: { ran: { lab: 'x16-refresh', position: 'grace' } }, say: 'grace' },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x16-refresh', position: 'default' }],
    },
    {
      do: 'see',
      id: 'two-tabs',
      asks: { ownRun: { lab: 'x16-refresh', moment: 'two-tabs', lane: 'jwt' } },
      between: ['still-in', 'signed-out'],
    },
    { do: 'read', id: 'price' },
    {
      do: 'check',
      id: 'fixed',
      asks: { lab: 'x16-refresh', position: 'fixed', moment: 'thief-first', lane: 'jwt' },
      between: ['alarm', 'owner-out', 'unnoticed'],
    },
  ],
}

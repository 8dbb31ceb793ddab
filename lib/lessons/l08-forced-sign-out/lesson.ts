import type { Lesson } from '../lesson'

/** Support ends every sign-in of a customer. Which lane obeys, when, and why? */
export const lesson: Lesson = {
  id: 'L08',
  slug: 'l08-forced-sign-out',
  minutes: { alone: 6, class: 10 },
  needs: ['l06-server-session', 'l07-who-ends-it'],
  settles: ['S-095', 'S-096', 'S-097', 'S-098', 'S-099', 'S-135', 'S-307', 'S-308', 'S-309'],
  teaches: ['forced-sign-out', 'device-list'],
  uses: ['session', 'token', 'credential', 'access-token', 'refresh-token'],
  scene: {
    dials: {},
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
      goal: {
        inOrder: [
          { done: 'force-sign-out' },
          { seen: { device: 'phone', action: 'cart.read' }, everyLane: true },
        ],
      },
      wrong: [
        { when: { done: 'force-sign-out-everyone' }, say: 'one-lane' },
        {
          when: {
            inOrder: [{ done: 'force-sign-out' }, { seen: { device: 'laptop', action: 'cart.read' } }],
          },
          say: 'laptop',
        },
        { when: { seen: { action: 'sign-out' } }, say: 'signed-out' },
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
    { do: 'read', id: 'why' },
    {
      do: 'check',
      id: 'after-a-minute',
      asks: { lab: 'x13-forced-sign-out', moment: 'minute-later', outcome: 'refused' },
      between: ['session', 'session+jwt', 'cookie+session+jwt'],
    },
  ],
}

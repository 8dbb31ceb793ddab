import type { Lesson } from '../lesson'

/** One shop on three servers: whom each of them knows, what is lost with one, and what one store for all changes. */
export const lesson: Lesson = {
  id: 'L13',
  slug: 'l13-many-servers',
  minutes: { alone: 9, class: 15 },
  needs: ['l06-server-session', 'l10-jwt-in-motion'],
  settles: [
    ...['S-074', 'S-075', 'S-141', 'S-152', 'S-195', 'S-252', 'S-258', 'S-264', 'S-265', 'S-266', 'S-267'],
    ...['S-268', 'S-269', 'S-270', 'S-271', 'S-272', 'S-285', 'S-286', 'S-287', 'S-288'],
  ],
  teaches: ['scale-out', 'load-balancer', 'sticky-session', 'session-replication'],
  uses: ['server-session', 'sealed-cookie', 'access-token', 'refresh-token', 'secret-key'],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'who-knows',
      asks: { lab: 'x17-cluster', moment: 'next-node', outcome: 'in' },
      between: ['none', 'session', 'cookie+jwt', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'apart',
      goal: { ran: { lab: 'x17-cluster', position: 'default' } },
      wrong: [
        {
          when: {
            any: ['shared', 'sticky', 'copies', 'server'].map((position) => ({
              ran: { lab: 'x17-cluster', position },
            })),
          },
          say: 'other-setting',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x17-cluster', position: 'default' }],
    },
    {
      do: 'see',
      id: 'whole-cart',
      asks: { ownRun: { lab: 'x17-cluster', moment: 'cart', outcome: 'whole' } },
      between: ['none', 'cookie', 'cookie+jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'where-it-lies' },
    {
      do: 'predict',
      id: 'sticky-dies',
      asks: { lab: 'x17-cluster', position: 'sticky', moment: 'node-killed', lane: 'session' },
      between: ['in', 'cart-lost', 'out'],
    },
    {
      do: 'predict',
      id: 'one-add',
      asks: { lab: 'x17-cluster', position: 'shared', moment: 'copies', lane: 'session' },
      between: ['nowhere', 'to-store', 'to-all'],
    },
    {
      do: 'act',
      id: 'together',
      goal: { ran: { lab: 'x17-cluster', position: 'shared' } },
      wrong: [],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x17-cluster', position: 'shared' }],
    },
    {
      do: 'see',
      id: 'after-the-kill',
      asks: {
        ownRun: { lab: 'x17-cluster', position: 'shared', moment: 'node-killed', lane: 'session' },
      },
      between: ['in', 'cart-lost', 'out'],
    },
    { do: 'read', id: 'four-ways' },
    {
      do: 'check',
      id: 'one-server',
      asks: { lab: 'x17-cluster', position: 'server', moment: 'store-killed', lane: 'session' },
      between: ['in', 'out'],
    },
  ],
}

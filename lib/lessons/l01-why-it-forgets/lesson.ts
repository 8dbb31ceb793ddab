import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ran = (lab: string, ...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab, position } })),
})

/** One connection for several requests, and a server that knows each of them only by what it brings. */
export const lesson: Lesson = {
  id: 'L01',
  slug: 'l01-why-it-forgets',
  minutes: { alone: 6, class: 10 },
  needs: [],
  settles: [
    ...['S-001', 'S-002', 'S-003', 'S-004', 'S-005', 'S-006', 'S-007', 'S-009', 'S-011', 'S-012'],
    ...['S-013', 'S-014'],
  ],
  teaches: ['stateless', 'stateful', 'persistent-connection', 'credential', 'sign-in', 'load-balancer'],
  uses: [],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'how-many',
      asks: { lab: 'x01-connections', moment: 'connections', lane: 'session' },
      between: ['one', 'three'],
    },
    {
      do: 'act',
      id: 'send',
      goal: { ran: { lab: 'x01-connections', position: 'default' } },
      wrong: [
        {
          when: ran('x01-connections', 'close', 'http-1-0', 'http-1-0-kept', 'http-2', 'hint-heeded'),
          say: 'other-way',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x01-connections', position: 'default' }],
    },
    {
      do: 'see',
      id: 'counted',
      asks: { ownRun: { lab: 'x01-connections', moment: 'connections', lane: 'session' } },
      between: ['one', 'three'],
    },
    {
      do: 'see',
      id: 'left-out',
      asks: { ownRun: { lab: 'x01-connections', moment: 'without', lane: 'session' } },
      between: ['known', 'sign-in-first'],
    },
    { do: 'read', id: 'two-things' },
    {
      do: 'predict',
      id: 'two-adds',
      asks: { lab: 'x02-amnesia', moment: 'forgetting', lane: 'session' },
      between: ['known', 'starts-over'],
    },
    {
      do: 'act',
      id: 'forget',
      goal: { ran: { lab: 'x02-amnesia', position: 'default' } },
      wrong: [{ when: ran('x02-amnesia', 'token-in-cookie'), say: 'jwt-only' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x02-amnesia', position: 'default' }],
    },
    {
      do: 'see',
      id: 'second-cart',
      asks: { ownRun: { lab: 'x02-amnesia', moment: 'forgetting', lane: 'session' } },
      between: ['known', 'starts-over'],
    },
    { do: 'read', id: 'bring-it' },
    {
      do: 'check',
      id: 'one-for-all',
      asks: { lab: 'x01-connections', position: 'http-2', moment: 'without', lane: 'jwt' },
      between: ['known', 'sign-in-first'],
    },
  ],
}

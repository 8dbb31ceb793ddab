import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ran = (lab: string, ...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab, position } })),
})

/** Which one? Count what each costs, then ask how soon a sign-in has to end. */
export const lesson: Lesson = {
  id: 'L16',
  slug: 'l16-choose',
  minutes: { alone: 8, class: 14 },
  needs: ['l08-forced-sign-out', 'l12-refresh'],
  settles: [
    ...['S-108', 'S-113', 'S-197', 'S-198', 'S-245', 'S-254', 'S-255', 'S-257', 'S-275', 'S-276', 'S-278'],
    ...['S-279', 'S-307'],
  ],
  teaches: [],
  uses: [
    ...['server-session', 'sealed-cookie', 'access-token', 'refresh-token', 'token-family', 'rotation'],
    ...['forced-sign-out', 'denylist'],
  ],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'who-keeps-more',
      asks: { lab: 'x22-load', moment: 'kept', outcome: 'rows' },
      between: ['none', 'session', 'jwt', 'session+jwt'],
    },
    {
      do: 'act',
      id: 'count',
      goal: { ran: { lab: 'x22-load', position: 'default' } },
      wrong: [
        {
          when: ran(
            'x22-load',
            'cart-in-token',
            'life-900',
            'life-10',
            'denylist',
            'generation',
            'no-sliding',
          ),
          say: 'other-setting',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x22-load', position: 'default' }],
    },
    {
      do: 'see',
      id: 'looked-up',
      asks: { ownRun: { lab: 'x22-load', moment: 'who-reads', outcome: 'each' } },
      between: ['none', 'session', 'session+jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'parts-list' },
    {
      do: 'predict',
      id: 'bank',
      asks: { lab: 'x13-forced-sign-out', moment: 'next-request', outcome: 'refused' },
      between: ['none', 'session', 'jwt', 'session+jwt'],
    },
    {
      do: 'act',
      id: 'with-a-list',
      goal: { ran: { lab: 'x13-forced-sign-out', position: 'denylist' } },
      wrong: [
        {
          when: ran('x13-forced-sign-out', 'default', 'user-keys', 'generation', 'life-10', 'life-900'),
          say: 'other-setting',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x13-forced-sign-out', position: 'denylist' }],
    },
    {
      do: 'see',
      id: 'at-once-too',
      asks: {
        ownRun: {
          lab: 'x13-forced-sign-out',
          position: 'denylist',
          moment: 'next-request',
          lane: 'jwt',
        },
      },
      between: ['still-in', 'refused'],
    },
    { do: 'read', id: 'by-default' },
    {
      do: 'check',
      id: 'partners',
      asks: { lab: 'x13-forced-sign-out', position: 'life-900', moment: 'minute-later', lane: 'jwt' },
      between: ['refused', 'still-in'],
    },
  ],
}

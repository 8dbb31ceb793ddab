import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ran = (lab: string, ...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab, position } })),
})

/** Four places in which something is kept, and what each is for. What does a cache do with an answer that belongs to one visitor? */
export const lesson: Lesson = {
  id: 'L15',
  slug: 'l15-cache-and-stores',
  minutes: { alone: 8, class: 13 },
  needs: ['l02-first-cookie', 'l05-attacks'],
  settles: [
    ...['S-114', 'S-115', 'S-116', 'S-117', 'S-119', 'S-120', 'S-121', 'S-122', 'S-123', 'S-284'],
    'S-300',
  ],
  teaches: ['cache', 'local-storage'],
  uses: ['cookie', 'set-cookie', 'cookie-jar', 'server-session', 'credential', 'token', 'sign-in'],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'kept',
      asks: { lab: 'x20-cache', moment: 'stored', lane: 'cookie' },
      between: ['stored', 'not-stored'],
    },
    {
      do: 'act',
      id: 'share',
      goal: { ran: { lab: 'x20-cache', position: 'default' } },
      wrong: [
        {
          when: ran(
            'x20-cache',
            ...['public', 'refuses-set-cookie', 'no-cookie-set', 'private', 'no-store', 'etag', 'vary'],
          ),
          say: 'other-mark',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x20-cache', position: 'default' }],
    },
    {
      do: 'see',
      id: 'whose',
      asks: { ownRun: { lab: 'x20-cache', moment: 'next-visitor', outcome: 'anothers-cart' } },
      between: ['cookie', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'see',
      id: 'who-he-is',
      asks: { ownRun: { lab: 'x20-cache', moment: 'who-now', lane: 'session' } },
      between: ['another', 'himself'],
    },
    { do: 'read', id: 'two-fields' },
    {
      do: 'predict',
      id: 'made-public',
      asks: { lab: 'x20-cache', position: 'public', moment: 'next-visitor', outcome: 'anothers-cart' },
      between: ['cookie', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'mark',
      goal: {
        all: [
          { ran: { lab: 'x20-cache', position: 'public' } },
          { ran: { lab: 'x20-cache', position: 'no-store' } },
        ],
      },
      wrong: [{ when: ran('x20-cache', 'private', 'etag', 'vary'), say: 'third-way' }],
      hints: 2,
      solve: [
        { do: 'lab', lab: 'x20-cache', position: 'public' },
        { do: 'lab', lab: 'x20-cache', position: 'no-store' },
      ],
    },
    {
      do: 'see',
      id: 'price',
      asks: { ownRun: { lab: 'x20-cache', position: 'no-store', moment: 'again', lane: 'cookie' } },
      between: ['from-cache', 'from-origin', 'not-modified'],
    },
    { do: 'read', id: 'four-stores' },
    {
      do: 'check',
      id: 'blocked',
      asks: { lab: 'x21-blocked-storage', position: 'local-storage', moment: 'blocked', lane: 'jwt' },
      between: ['keeps', 'throws'],
    },
  ],
}

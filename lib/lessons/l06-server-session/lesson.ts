import { addressOf } from '@/lib/scenario/acts'
import type { Lesson } from '../lesson'

/** The browser carries a number, the server keeps a row. What is in which, and why is there a new number at sign-in? */
export const lesson: Lesson = {
  id: 'L06',
  slug: 'l06-server-session',
  minutes: { alone: 8, class: 14 },
  needs: ['l02-first-cookie'],
  settles: [
    ...['S-067', 'S-069', 'S-070', 'S-077', 'S-078', 'S-080', 'S-086', 'S-087', 'S-101'],
    ...['S-127', 'S-130', 'S-131', 'S-134'],
  ],
  teaches: ['session', 'session-fixation'],
  uses: ['cookie', 'set-cookie', 'server-session', 'sign-in'],
  scene: {
    dials: {},
    acts: [{ do: 'sign-in', user: 'mina' }],
  },
  steps: [
    {
      do: 'predict',
      id: 'new-cookie',
      asks: { reading: 'lanes-setting-cookie', of: 'add' },
      between: ['cookie', 'session', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'add',
      goal: {
        seen: { action: 'cart.add', status: 200, email: addressOf('mina') },
        everyLane: true,
      },
      wrong: [{ when: { seen: { action: 'cart.add', status: 200, email: null } }, say: 'guest' }],
      hints: 2,
      solve: [
        { do: 'sign-in', user: 'mina' },
        { do: 'add', sku: 'apple', quantity: 1 },
      ],
    },
    {
      do: 'see',
      id: 'which-cookie',
      asks: { reading: 'lanes-setting-cookie', of: 'add' },
      between: ['cookie', 'session', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    { do: 'read', id: 'row' },
    {
      do: 'predict',
      id: 'planted',
      asks: { lab: 'x12-fixation', moment: 'guest-value', lane: 'session' },
      between: ['as-victim', 'guest', 'refused'],
    },
    {
      do: 'act',
      id: 'sign-in-over',
      // With the number of a guest in hand: what came along was good, and spoke for nobody.
      goal: {
        seen: { lane: 'session', action: 'sign-in', status: 200, credential: 'valid', email: null },
      },
      wrong: [
        { when: { seen: { lane: 'session', action: 'sign-in', email: addressOf('mina') } }, say: 'still-in' },
        { when: { seen: { lane: 'session', action: 'sign-in', credential: 'absent' } }, say: 'no-number' },
      ],
      hints: 2,
      solve: [{ do: 'sign-out' }, { do: 'add', sku: 'pear', quantity: 1 }, { do: 'sign-in', user: 'mina' }],
    },
    {
      do: 'see',
      id: 'number',
      asks: { reading: 'carried-cookie', lane: 'session', of: 'sign-in-over' },
      between: ['kept', 'another', 'dropped'],
    },
    { do: 'read', id: 'new-number' },
    {
      do: 'check',
      id: 'kept-number',
      asks: { lab: 'x12-fixation', position: 'no-renewal', moment: 'guest-value', lane: 'session' },
      between: ['as-victim', 'guest', 'refused'],
    },
  ],
}

import type { Lesson } from '../lesson'

/** A guest adds something twice. What does an answer ask the browser to keep, and what comes back of it? */
export const lesson: Lesson = {
  id: 'L02',
  slug: 'l02-first-cookie',
  minutes: { alone: 6, class: 10 },
  needs: [],
  settles: [
    ...['S-015', 'S-017', 'S-018', 'S-020', 'S-024', 'S-026', 'S-030', 'S-031', 'S-032', 'S-033', 'S-034'],
    ...['S-046', 'S-047', 'S-048'],
  ],
  teaches: [
    ...['cookie', 'set-cookie', 'cookie-jar', 'cookie-attribute', 'path-attribute', 'domain-attribute'],
    'http-only',
  ],
  uses: [],
  // The browser is to hold nothing yet.
  scene: { dials: {}, acts: [{ do: 'sign-out' }] },
  steps: [
    {
      do: 'predict',
      id: 'who-asks',
      asks: { reading: 'lanes-setting-cookie', of: 'first-add' },
      between: ['none', 'cookie', 'cookie+session', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'first-add',
      goal: { seen: { action: 'cart.add', credential: 'absent' }, everyLane: true },
      wrong: [
        { when: { seen: { action: 'sign-in' } }, say: 'signed-in' },
        { when: { seen: { action: 'cart.add', credential: 'valid' } }, say: 'known' },
      ],
      hints: 2,
      solve: [{ do: 'sign-out' }, { do: 'add', sku: 'apple', quantity: 1 }],
    },
    {
      do: 'see',
      id: 'set-lines',
      asks: { reading: 'lanes-setting-cookie', of: 'first-add' },
      between: ['none', 'cookie', 'cookie+session', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'what-it-is' },
    {
      do: 'predict',
      id: 'who-sends',
      asks: { reading: 'lanes-sending-cookie', of: 'second-add' },
      between: ['none', 'cookie', 'cookie+session', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'second-add',
      goal: { seen: { action: 'cart.add', credential: 'valid' }, everyLane: true },
      wrong: [{ when: { seen: { action: 'cart.add', credential: 'absent' } }, say: 'nothing-held' }],
      hints: 2,
      solve: [
        { do: 'add', sku: 'pear', quantity: 1 },
        { do: 'add', sku: 'pear', quantity: 1 },
      ],
    },
    {
      do: 'see',
      id: 'cookie-lines',
      asks: { reading: 'lanes-sending-cookie', of: 'second-add' },
      between: ['none', 'cookie', 'cookie+session', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'where-it-fits' },
    {
      do: 'check',
      id: 'deleted',
      asks: { lab: 'x03-attributes', moment: 'wrong-path', lane: 'cookie' },
      between: ['deleted', 'still-there'],
    },
  ],
}

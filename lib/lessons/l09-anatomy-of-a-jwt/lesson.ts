import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ranWith = (...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab: 'x06-tamper', position } })),
})

/** What is in a token, who can read it, and who notices when it was changed? */
export const lesson: Lesson = {
  id: 'L09',
  slug: 'l09-anatomy-of-a-jwt',
  minutes: { alone: 8, class: 14 },
  needs: ['l06-server-session'],
  settles: [
    ...['S-144', 'S-155', 'S-157', 'S-159', 'S-160', 'S-162', 'S-164', 'S-167', 'S-168', 'S-169', 'S-171'],
    ...['S-172', 'S-176', 'S-178', 'S-179', 'S-180', 'S-181', 'S-182', 'S-183', 'S-185', 'S-186', 'S-199'],
  ],
  teaches: [
    ...['encode', 'decode', 'decrypt', 'verify', 'signature', 'key-pair'],
    ...['claim', 'claims-set', 'registered-claim', 'issuer', 'subject', 'audience', 'payload'],
  ],
  uses: [
    ...['cookie', 'credential', 'token', 'access-token', 'sign-in'],
    ...['encrypt', 'sign', 'secret-key', 'tamper', 'forge', 'signed-cookie', 'sealed-cookie'],
  ],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'without-a-key',
      asks: { lab: 'x06-tamper', moment: 'read', outcome: 'readable' },
      between: ['none', 'cookie', 'jwt', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'carry',
      goal: {
        seen: { lane: 'jwt', action: 'cart.add', credential: 'valid', email: 'mina@shop.example' },
      },
      wrong: [{ when: { seen: { lane: 'jwt', action: 'cart.add', email: null } }, say: 'guest' }],
      hints: 2,
      solve: [
        { do: 'sign-in', user: 'mina' },
        { do: 'add', sku: 'apple', quantity: 1 },
      ],
    },
    {
      do: 'see',
      id: 'discount',
      asks: { reading: 'token-discount', lane: 'jwt', of: 'carry' },
      between: ['none', '5', '10', '90'],
    },
    { do: 'read', id: 'three-parts' },
    {
      do: 'predict',
      id: 'edited',
      asks: { lab: 'x06-tamper', moment: 'changed', outcome: 'accepted' },
      between: ['jwt', 'cookie+jwt', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'edit',
      goal: { ran: { lab: 'x06-tamper', position: 'default' } },
      wrong: [{ when: ranWith('signed', 'plain', 'key-pair'), say: 'other-setting' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x06-tamper', position: 'default' }],
    },
    {
      do: 'see',
      id: 'who-took-it',
      asks: { ownRun: { lab: 'x06-tamper', moment: 'changed', outcome: 'accepted' } },
      between: ['jwt', 'cookie+jwt', 'cookie+session+jwt', 'none'],
    },
    { do: 'read', id: 'verified' },
    {
      do: 'check',
      id: 'signed-cookie',
      asks: { lab: 'x06-tamper', position: 'signed', moment: 'read', lane: 'cookie' },
      between: ['unreadable', 'nothing-in-it', 'readable'],
    },
  ],
}

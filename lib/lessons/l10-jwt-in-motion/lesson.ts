import { addressOf } from '@/lib/scenario/acts'
import type { Lesson } from '../lesson'

const MINA = addressOf('mina')

/** A token travels with each request and is checked. What is asked of the store for it, and who attaches it? */
export const lesson: Lesson = {
  id: 'L10',
  slug: 'l10-jwt-in-motion',
  minutes: { alone: 8, class: 13 },
  needs: ['l06-server-session', 'l09-anatomy-of-a-jwt'],
  settles: ['S-143', 'S-145', 'S-187', 'S-190', 'S-191', 'S-192', 'S-194'],
  teaches: ['bearer'],
  uses: ['server-session', 'token', 'signature', 'verify', 'issuer', 'audience'],
  scene: {
    dials: { jwt: { cartIn: 'claims' } },
    acts: [{ do: 'sign-in', user: 'mina' }],
  },
  steps: [
    {
      do: 'predict',
      id: 'who-reads',
      asks: { reading: 'lanes-reading-store', of: 'add' },
      between: ['session', 'session+jwt', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'add',
      // Without a read: the cart of the jwt lane is in the token.
      goal: {
        all: [
          { seen: { lane: 'cookie', action: 'cart.add', status: 200, email: MINA } },
          { seen: { lane: 'session', action: 'cart.add', status: 200, email: MINA } },
          { seen: { lane: 'jwt', action: 'cart.add', status: 200, email: MINA, reads: 0 } },
        ],
      },
      wrong: [
        { when: { seen: { action: 'cart.add', status: 200, email: null } }, say: 'guest' },
        {
          when: { seen: { lane: 'jwt', action: 'cart.add', status: 200, email: MINA, reads: 1 } },
          say: 'cart-in-row',
        },
      ],
      hints: 2,
      solve: [
        { do: 'dial', lane: 'jwt', name: 'cartIn', value: 'claims' },
        { do: 'sign-in', user: 'mina' },
        { do: 'add', sku: 'apple', quantity: 1 },
      ],
    },
    {
      do: 'see',
      id: 'reads',
      asks: { reading: 'lanes-reading-store', of: 'add' },
      between: ['session', 'session+jwt', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'see',
      id: 'field',
      asks: { reading: 'carrier', lane: 'jwt', of: 'add' },
      between: ['authorization', 'cookie', 'none'],
    },
    { do: 'read', id: 'checks' },
    {
      do: 'predict',
      id: 'by-itself',
      asks: { lab: 'x02-amnesia', moment: 'cookies-only', outcome: 'known' },
      between: ['cookie', 'cookie+session', 'cookie+session+jwt', 'none'],
    },
    {
      do: 'act',
      id: 'leave-out',
      goal: { ran: { lab: 'x02-amnesia', position: 'default' } },
      wrong: [{ when: { ran: { lab: 'x02-amnesia', position: 'token-in-cookie' } }, say: 'in-cookie' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x02-amnesia', position: 'default' }],
    },
    {
      do: 'see',
      id: 'stranger',
      asks: { ownRun: { lab: 'x02-amnesia', moment: 'cookies-only', outcome: 'stranger' } },
      between: ['none', 'session', 'jwt', 'session+jwt'],
    },
    {
      do: 'check',
      id: 'in-a-cookie',
      asks: { lab: 'x02-amnesia', position: 'token-in-cookie', moment: 'cookies-only', lane: 'jwt' },
      between: ['known', 'stranger'],
    },
  ],
}

import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ran = (lab: string, ...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab, position } })),
})

/** The whole cart in a cookie: who can read it, who can change it, how much fits, and what may lie there in the open. */
export const lesson: Lesson = {
  id: 'L04',
  slug: 'l04-cart-of-cookies',
  minutes: { alone: 10, class: 16 },
  needs: ['l02-first-cookie'],
  settles: [
    ...['S-054', 'S-055', 'S-056', 'S-057', 'S-058', 'S-061', 'S-062', 'S-063', 'S-064', 'S-065', 'S-109'],
    'S-124',
  ],
  teaches: [
    ...['plain-cookie', 'signed-cookie', 'sealed-cookie', 'encrypt', 'secret-key', 'tamper', 'forge'],
    ...['sign', 'remember-me'],
  ],
  uses: ['cookie', 'cookie-jar', 'sign-in', 'server-session'],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'edited',
      asks: { lab: 'x06-tamper', position: 'plain', moment: 'changed', lane: 'cookie' },
      between: ['accepted', 'refused'],
    },
    {
      do: 'act',
      id: 'edit',
      goal: { ran: { lab: 'x06-tamper', position: 'plain' } },
      wrong: [{ when: ran('x06-tamper', 'default', 'signed', 'key-pair'), say: 'other-setting' }],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x06-tamper', position: 'plain' }],
    },
    {
      do: 'see',
      id: 'read-it',
      asks: { ownRun: { lab: 'x06-tamper', position: 'plain', moment: 'read', lane: 'cookie' } },
      between: ['readable', 'unreadable', 'nothing-in-it'],
    },
    { do: 'read', id: 'three-ways' },
    {
      do: 'predict',
      id: 'too-much',
      asks: { lab: 'x04-wall', moment: 'two-hundred-lines', outcome: 'refused' },
      between: ['none', 'cookie', 'cookie+jwt', 'cookie+session+jwt'],
    },
    {
      do: 'act',
      id: 'fill',
      goal: { ran: { lab: 'x04-wall', position: 'default' } },
      wrong: [
        {
          when: ran(
            'x04-wall',
            'no-size-check',
            'whole-lines',
            'whole-lines-signed',
            'whole-lines-plain',
            'cart-in-token',
            'cart-in-token-cookie',
          ),
          say: 'other-setting',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x04-wall', position: 'default' }],
    },
    {
      do: 'see',
      id: 'where-it-ended',
      asks: { ownRun: { lab: 'x04-wall', moment: 'two-hundred-lines', outcome: 'refused' } },
      between: ['none', 'cookie', 'cookie+jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'the-price' },
    {
      do: 'predict',
      id: 'by-hand',
      asks: { lab: 'x23-remember-me', moment: 'popup-edited', lane: 'cookie' },
      between: ['own-popup', 'gets-in'],
    },
    {
      do: 'act',
      id: 'not-today',
      goal: { ran: { lab: 'x23-remember-me', position: 'default' } },
      wrong: [
        { when: ran('x23-remember-me', 'plain', 'grace-10', 'grace-60', 'one-device'), say: 'other-setting' },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x23-remember-me', position: 'default' }],
    },
    {
      do: 'see',
      id: 'after-midnight',
      asks: { ownRun: { lab: 'x23-remember-me', moment: 'popup-tomorrow', lane: 'cookie' } },
      between: ['shown', 'hidden'],
    },
    { do: 'read', id: 'what-may-be-plain' },
    {
      do: 'check',
      id: 'old-copy',
      asks: { lab: 'x09-theft', moment: 'after-sign-out', lane: 'cookie' },
      between: ['refused', 'gets-in'],
    },
  ],
}

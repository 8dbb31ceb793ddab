import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const ran = (lab: string, ...positions: string[]): Goal => ({
  any: positions.map((position) => ({ ran: { lab, position } })),
})

/** A script in the shop's page, and a page of another site: what can each do with a cookie that it cannot read? */
export const lesson: Lesson = {
  id: 'L05',
  slug: 'l05-attacks',
  minutes: { alone: 9, class: 15 },
  needs: ['l02-first-cookie', 'l03-kinds-and-lifetime'],
  settles: ['S-034', 'S-037', 'S-053', 'S-059', 'S-060', 'S-125', 'S-295'],
  teaches: [
    ...['credential', 'http-only', 'xss', 'token', 'access-token', 'refresh-token', 'theft'],
    ...['cross-site', 'csrf', 'same-site-attribute'],
  ],
  uses: ['cookie', 'cookie-attribute', 'sign-in'],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'script-shops',
      asks: { lab: 'x10-xss', moment: 'rides', lane: 'cookie' },
      between: ['buys', 'cannot-buy'],
    },
    {
      do: 'act',
      id: 'run-script',
      goal: { ran: { lab: 'x10-xss', position: 'default' } },
      wrong: [
        {
          when: ran('x10-xss', 'script-readable', 'local-storage', 'cookie-carrier', 'readable-carrier'),
          say: 'other-setting',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x10-xss', position: 'default' }],
    },
    {
      do: 'see',
      id: 'taken-along',
      asks: { ownRun: { lab: 'x10-xss', moment: 'elsewhere', outcome: 'gets-in' } },
      between: ['none', 'cookie+session', 'jwt', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'not-using' },
    {
      do: 'predict',
      id: 'other-site',
      asks: { lab: 'x11-csrf', position: 'none-unchecked', moment: 'form', lane: 'cookie' },
      between: ['acted', 'refused-without', 'as-stranger'],
    },
    {
      do: 'act',
      id: 'open-page',
      goal: { ran: { lab: 'x11-csrf', position: 'none-unchecked' } },
      wrong: [
        {
          when: ran(
            'x11-csrf',
            'default',
            'none-checked',
            'absent-checked',
            'lax-unchecked',
            'strict-unchecked',
            'absent-unchecked',
          ),
          say: 'a-wall',
        },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: 'x11-csrf', position: 'none-unchecked' }],
    },
    {
      do: 'see',
      id: 'in-her-name',
      asks: {
        ownRun: { lab: 'x11-csrf', position: 'none-unchecked', moment: 'form', outcome: 'acted' },
      },
      between: ['none', 'cookie', 'cookie+session', 'cookie+session+jwt'],
    },
    { do: 'read', id: 'who-sent-it' },
    {
      do: 'check',
      id: 'a-link',
      asks: { lab: 'x11-csrf', moment: 'link', lane: 'cookie' },
      between: ['as-stranger', 'refused-with-cookie', 'shown-to-her'],
    },
  ],
}

import type { Goal } from '../goal'
import type { Lesson } from '../lesson'

const SSO = 'x18-single-sign-on'
const APP = 'x19-native-client'

const ran = (lab: string, position: string): Goal => ({ ran: { lab, position } })

/** An app without a browser, and one sign-in for several sites: what can a cookie do there, and what may a token? */
export const lesson: Lesson = {
  id: 'L14',
  slug: 'l14-sso-and-apps',
  minutes: { alone: 10, class: 18 },
  needs: ['l06-server-session', 'l09-anatomy-of-a-jwt'],
  settles: [
    ...['S-235', 'S-236', 'S-237', 'S-238', 'S-240', 'S-241', 'S-242', 'S-243', 'S-260', 'S-298', 'S-299'],
  ],
  teaches: ['native-app', 'single-sign-on', 'resource-server'],
  uses: ['cookie-jar', 'server-session', 'access-token', 'audience', 'issuer', 'secret-key', 'key-pair'],
  scene: { dials: {}, acts: [] },
  steps: [
    {
      do: 'predict',
      id: 'reopened',
      asks: { lab: APP, position: 'on-disk', moment: 'restarted', outcome: 'known' },
      between: ['cookie+session+jwt', 'jwt', 'cookie+session', 'none'],
    },
    {
      do: 'act',
      id: 'run-app',
      goal: ran(APP, 'on-disk'),
      wrong: [
        { when: ran(APP, 'default'), say: 'in-memory' },
        { when: ran(APP, 'no-jar'), say: 'no-jar' },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: APP, position: 'on-disk' }],
    },
    {
      do: 'see',
      id: 'while-closed',
      asks: { ownRun: { lab: APP, position: 'on-disk', moment: 'at-rest', lane: 'session' } },
      between: ['nowhere', 'in-a-file', 'locked-away'],
    },
    { do: 'read', id: 'a-jar-is-enough' },
    {
      do: 'predict',
      id: 'sent-on',
      asks: { lab: SSO, position: 'aud-unchecked', moment: 'replay', lane: 'jwt' },
      between: ['lets-in', 'refused'],
    },
    {
      do: 'act',
      id: 'run-audience',
      goal: ran(SSO, 'aud-unchecked'),
      wrong: [
        { when: ran(SSO, 'default'), say: 'checked' },
        { when: ran(SSO, 'one-token'), say: 'both-named' },
      ],
      hints: 2,
      solve: [{ do: 'lab', lab: SSO, position: 'aud-unchecked' }],
    },
    {
      do: 'see',
      id: 'self-made',
      asks: { ownRun: { lab: SSO, position: 'aud-unchecked', moment: 'mint', lane: 'jwt' } },
      between: ['lets-in', 'refused'],
    },
    { do: 'read', id: 'for-one-server' },
    {
      do: 'predict',
      id: 'with-the-secret',
      asks: { lab: SSO, position: 'shared-secret', moment: 'mint', lane: 'jwt' },
      between: ['lets-in', 'refused'],
    },
    {
      do: 'act',
      id: 'run-secret',
      goal: ran(SSO, 'shared-secret'),
      wrong: [{ when: ran(SSO, 'keys-for-ever'), say: 'key-pair' }],
      hints: 2,
      solve: [{ do: 'lab', lab: SSO, position: 'shared-secret' }],
    },
    {
      do: 'see',
      id: 'another-secret',
      asks: { ownRun: { lab: SSO, position: 'shared-secret', moment: 'new-key', lane: 'jwt' } },
      between: ['known-at-once', 'known-late', 'locked-out'],
    },
    { do: 'read', id: 'check-or-sign' },
    {
      do: 'check',
      id: 'out-everywhere',
      asks: { lab: SSO, position: 'told', moment: 'out-there', outcome: 'at-once' },
      between: ['cookie+session+jwt', 'session', 'session+jwt', 'none'],
    },
  ],
}

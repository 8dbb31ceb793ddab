/** The positions of X18: what the servers of a run are set to, and what comes of it. */
import type { LabPosition, LabVerdict } from '../lab'
import { type SsoOptions, USUAL } from '../sso/options'
import type { SsoMoment, SsoOutcome } from './moments'

type Verdict = LabVerdict<SsoMoment, SsoOutcome>

/** A site that keeps its own session takes no tokens, and checks no keys but those of its sign-in. */
const SITE: Verdict = {
  'other-site': 'not-sent',
  'sub-host': 'not-sent',
  'second-sign-in': 'no-password',
  questions: 'none-asked',
  replay: 'refused',
  'no-audience': 'takes-none',
  'other-issuer': 'takes-none',
  mint: 'refused',
  'new-key': 'known-at-once',
  'removed-key': 'takes-none',
  'strange-kids': 'no-fetch',
  'out-there': 'hours-later',
}

const TOKEN: Verdict = {
  ...SITE,
  'no-audience': 'refused',
  'other-issuer': 'refused',
  'removed-key': 'minutes-later',
  'strange-kids': 'one-fetch',
  'out-there': 'minutes-later',
}

const ASKED = { questions: 'each-time', 'out-there': 'at-once' } as const

interface Way {
  readonly id: string
  readonly set: Partial<SsoOptions>
  readonly expected: LabPosition<SsoMoment, SsoOutcome>['expected']
}

const WAYS: readonly [Way, ...Way[]] = [
  { id: 'default', set: {}, expected: { cookie: SITE, session: SITE, jwt: TOKEN } },
  {
    id: 'domain',
    set: { domain: true },
    expected: { cookie: { ...SITE, 'sub-host': 'sent' }, session: { ...SITE, 'sub-host': 'sent' } },
  },
  { id: 'one-token', set: { audience: 'all' }, expected: { jwt: { ...TOKEN, replay: 'lets-in' } } },
  {
    id: 'aud-unchecked',
    set: { checksAudience: 'never' },
    expected: { jwt: { ...TOKEN, replay: 'lets-in', 'no-audience': 'lets-in' } },
  },
  {
    id: 'aud-if-there',
    set: { checksAudience: 'if-there' },
    expected: { jwt: { ...TOKEN, 'no-audience': 'lets-in' } },
  },
  {
    id: 'iss-unchecked',
    set: { checksIssuer: false },
    expected: { jwt: { ...TOKEN, 'other-issuer': 'lets-in' } },
  },
  {
    id: 'shared-secret',
    set: { alg: 'HS256' },
    expected: {
      jwt: {
        ...TOKEN,
        ...{ mint: 'lets-in', 'new-key': 'locked-out', 'removed-key': 'never', 'strange-kids': 'no-fetch' },
      },
    },
  },
  {
    id: 'keys-for-ever',
    set: { keys: 'once' },
    expected: {
      jwt: { ...TOKEN, 'new-key': 'locked-out', 'removed-key': 'never', 'strange-kids': 'no-fetch' },
    },
  },
  {
    id: 'keys-each-minute',
    set: { keys: 'each-minute' },
    expected: { jwt: { ...TOKEN, 'new-key': 'known-late', 'removed-key': 'in-a-minute' } },
  },
  {
    id: 'no-pause',
    set: { keys: 'at-each-unknown-kid' },
    expected: { jwt: { ...TOKEN, 'strange-kids': 'fetch-each' } },
  },
  {
    id: 'short',
    set: { tokenLife: 60, siteLife: 60 },
    expected: {
      cookie: { ...SITE, 'out-there': 'in-a-minute' },
      session: { ...SITE, 'out-there': 'in-a-minute' },
      jwt: { ...TOKEN, 'out-there': 'in-a-minute' },
    },
  },
  {
    id: 'told',
    set: { tellsSites: true },
    expected: {
      cookie: SITE,
      session: { ...SITE, 'out-there': 'at-once' },
      jwt: { ...TOKEN, 'out-there': 'at-once' },
    },
  },
  {
    id: 'introspection',
    set: { introspects: true },
    expected: {
      cookie: { ...SITE, ...ASKED },
      session: { ...SITE, ...ASKED },
      jwt: { ...TOKEN, ...ASKED, 'removed-key': 'at-once', 'strange-kids': 'fetch-each' },
    },
  },
]

const positionOf = ({ id, expected }: Way): LabPosition<SsoMoment, SsoOutcome> => ({
  id,
  dials: {},
  expected,
})

export const POSITIONS: readonly [
  LabPosition<SsoMoment, SsoOutcome>,
  ...LabPosition<SsoMoment, SsoOutcome>[],
] = [positionOf(WAYS[0]), ...WAYS.slice(1).map(positionOf)]

export const optionsOf = (position: string): SsoOptions => ({
  ...USUAL,
  ...WAYS.find(({ id }) => id === position)?.set,
})

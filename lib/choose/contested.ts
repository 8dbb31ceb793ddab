/**
 * Numbers that are quoted in this dispute: who says them, and what was measured here. Words in the catalogue `choose`, by id; what stands
 * in a text as a number comes from the benchmark's file or from a cell of a lab.
 */
import type { LabQuestion } from '@/lib/lessons/question'
import { asvs, type Citation, cheatSheet, cookies, named, rfc } from '@/lib/reading/notes/sources'
import type { StrategyName } from '@/lib/strategies/strategy'

/** `holds`, `fails`: here. `depends`: on what is compared. */
export type Word = 'holds' | 'fails' | 'depends' | 'not-measured'

export type Cell = Extract<LabQuestion, { lane: StrategyName }>

export interface ContestedClaim {
  readonly id: string
  readonly word: Word
  readonly says: readonly Citation[]
  /** Numbers of its text: worked out of the benchmark's file. */
  readonly counts?: (bench: Bench) => Record<string, number>
  readonly cells?: readonly Cell[]
}

/** What is used of the benchmark's file. */
export interface Bench {
  readonly wire: readonly { lane: StrategyName; action: string; up: number; reads: number; writes: number }[]
  readonly figures: readonly {
    lane: StrategyName
    what: string
    ratio: number
    low: number
    high: number
    rows?: number | undefined
  }[]
}

const okta = named(
  'Okta, “Why JWTs Suck as Session Tokens”',
  'https://developer.okta.com/blog/2017/08/17/why-jwts-suck-as-session-tokens',
)
const redis = named(
  'Redis, “JSON Web Tokens (JWT) are Dangerous for User Sessions”',
  'https://redis.io/blog/json-web-tokens-jwt-are-dangerous-for-user-sessions',
)
const copenhagen = named('The Copenhagen Book, “Sessions”', 'https://thecopenhagenbook.com/sessions')
const owasp = (heading: string) => cheatSheet('Session Management', heading)

const cell = (lab: string, lane: StrategyName, moment: string, position = 'default'): Cell => ({
  lab,
  position,
  moment,
  lane,
})

/** Page views, of the claim. */
const VIEWS = 100_000
const MEGA = 1_000_000

/** Octets of one cart read, on the way to the server. */
const upOf = ({ wire }: Bench, lane: StrategyName) => wireOf({ wire }, lane).up
const wireOf = ({ wire }: Pick<Bench, 'wire'>, lane: StrategyName) =>
  wire.find((one) => one.lane === lane && one.action === 'cart.read')!

const ratioOf = ({ figures }: Bench, lane: StrategyName, what: string, rows?: number) =>
  figures.find((one) => one.lane === lane && one.what === what && one.rows === rows)!

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

export const CONTESTED: readonly ContestedClaim[] = [
  {
    id: 'size',
    word: 'depends',
    says: [okta],
    counts: (bench) => ({
      session: upOf(bench, 'session'),
      jwt: upOf(bench, 'jwt'),
      times: rounded(upOf(bench, 'jwt') / upOf(bench, 'session'), 1),
    }),
  },
  {
    id: 'traffic',
    word: 'holds',
    says: [okta],
    counts: (bench) => {
      const more = upOf(bench, 'jwt') - upOf(bench, 'session')
      return { more, megabytes: rounded((more * VIEWS) / MEGA, 1) }
    },
  },
  {
    id: 'two-calls',
    word: 'fails',
    says: [redis],
    counts: (bench) => {
      const { reads, writes } = wireOf(bench, 'session')
      const { ratio, low, high } = ratioOf(bench, 'session', 'read')
      const [mean, from, to] = [ratio, low, high].map((value) => rounded(value, 2))
      return { reads, writes, mean: mean!, from: from!, to: to! }
    },
  },
  {
    id: 'cache-get',
    word: 'not-measured',
    says: [okta],
    counts: (bench) => {
      const { ratio, low, high } = ratioOf(bench, 'session', 'among', MEGA)
      return { mean: rounded(ratio, 2), from: rounded(low, 2), to: rounded(high, 2) }
    },
  },
  {
    id: 'life',
    word: 'depends',
    says: [redis, rfc('10017', '6.3.2.3')],
    cells: [
      cell('x13-forced-sign-out', 'jwt', 'minute-later'),
      cell('x13-forced-sign-out', 'jwt', 'minute-later', 'life-900'),
    ],
  },
  {
    id: 'same-site',
    word: 'depends',
    says: [copenhagen, owasp('SameSite Attribute'), rfc('10017', '6.1.3.2')],
    cells: [
      cell('x11-csrf', 'session', 'link'),
      cell('x11-csrf', 'session', 'link', 'strict-unchecked'),
      cell('x11-csrf', 'session', 'form', 'strict-unchecked'),
    ],
  },
  {
    id: 'four-hundred',
    word: 'holds',
    says: [cookies('5.5')],
    cells: [cell('x03-attributes', 'session', 'long-life')],
  },
  { id: 'bits', word: 'not-measured', says: [asvs('7.2.3'), owasp('Session ID Entropy')] },
  { id: 'idle', word: 'not-measured', says: [owasp('Session Expiration')] },
  {
    id: 'bff',
    word: 'depends',
    says: [rfc('10017', '6.1.4.3')],
    cells: [
      cell('x09-theft', 'jwt', 'after-sign-out'),
      cell('x09-theft', 'jwt', 'after-sign-out', 'bff'),
      cell('x09-theft', 'jwt', 'after-forced', 'bff'),
    ],
  },
]

/** What each position is, and what is expected of it. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ClusterRules } from '../cluster/rules'
import type { LabPosition, LabVerdict } from '../lab'

export type ClusterMoment =
  | 'next-node'
  | 'two-requests'
  | 'cart'
  | 'two-at-once'
  | 'copies'
  | 'refresh'
  | 'node-killed'
  | 'came-back'
  | 'store-killed'
  | 'new-key'

export type ClusterOutcome =
  | 'in'
  | 'some'
  | 'out'
  | 'cart-lost'
  | 'whole'
  | 'not-whole'
  | 'nowhere'
  | 'to-all'
  | 'to-store'
  | 'store-and-copy'
  | 'none'

type Verdict = LabVerdict<ClusterMoment, ClusterOutcome>

/** By position. */
export const RULES: Readonly<Record<string, ClusterRules>> = {
  default: { balance: 'round-robin', store: 'memory' },
  sticky: { balance: 'sticky', store: 'memory' },
  copies: { balance: 'round-robin', store: 'copies' },
  'in-place': { balance: 'round-robin', store: 'copies', inPlace: true },
  shared: { balance: 'round-robin', store: 'shared' },
  blob: { balance: 'round-robin', store: 'shared', blob: true },
  late: { balance: 'round-robin', store: 'shared', late: true },
  'local-copy': { balance: 'sticky', store: 'shared', cached: true },
  server: { balance: 'round-robin', store: 'server' },
  'server-copy': { balance: 'round-robin', store: 'server', replica: true },
  'other-key': { balance: 'round-robin', store: 'shared', oddKey: 2 },
}

/** Everything goes well, and nothing is sent on. */
const WELL: Verdict = {
  'next-node': 'in',
  'two-requests': 'in',
  cart: 'whole',
  'two-at-once': 'whole',
  copies: 'nowhere',
  refresh: 'none',
  'node-killed': 'in',
  'came-back': 'in',
  'store-killed': 'none',
  'new-key': 'none',
}

/** The browser carries it, and any node with the key can open it. */
const COOKIE: Verdict = { ...WELL, 'two-at-once': 'not-whole', 'new-key': 'in' }

const TOKEN: Verdict = { ...WELL, refresh: 'in', 'new-key': 'in' }

type Expected = Partial<Record<StrategyName, Verdict>>

const EXPECTED: Readonly<Record<string, Expected>> = {
  default: {
    cookie: COOKIE,
    session: {
      ...WELL,
      'next-node': 'some',
      'two-requests': 'out',
      cart: 'not-whole',
      'two-at-once': 'not-whole',
      'node-killed': 'out',
      'came-back': 'out',
    },
    jwt: {
      ...TOKEN,
      cart: 'not-whole',
      'two-at-once': 'not-whole',
      refresh: 'out',
      'node-killed': 'cart-lost',
      'came-back': 'cart-lost',
    },
  },
  sticky: {
    session: { ...WELL, 'node-killed': 'out', 'came-back': 'out' },
    jwt: { ...TOKEN, 'node-killed': 'cart-lost', 'came-back': 'cart-lost' },
  },
  copies: {
    session: { ...WELL, 'two-at-once': 'not-whole', copies: 'to-all' },
    jwt: { ...TOKEN, 'two-at-once': 'not-whole', copies: 'to-all' },
  },
  'in-place': {
    session: { ...WELL, cart: 'not-whole', 'two-at-once': 'not-whole', 'node-killed': 'cart-lost' },
  },
  shared: {
    session: { ...WELL, copies: 'to-store' },
    jwt: { ...TOKEN, copies: 'to-store' },
  },
  blob: { session: { ...WELL, 'two-at-once': 'not-whole', copies: 'to-store' } },
  late: { session: { ...WELL, 'next-node': 'some', 'two-at-once': 'not-whole', copies: 'to-store' } },
  'local-copy': { session: { ...WELL, copies: 'to-store', 'came-back': 'cart-lost' } },
  server: {
    session: { ...WELL, copies: 'to-store', 'store-killed': 'out' },
    jwt: { ...TOKEN, copies: 'to-store', 'store-killed': 'cart-lost', 'new-key': 'in' },
  },
  'server-copy': {
    session: { ...WELL, copies: 'store-and-copy', 'store-killed': 'in' },
    jwt: { ...TOKEN, copies: 'store-and-copy', 'store-killed': 'in' },
  },
  'other-key': {
    cookie: otherKey(COOKIE),
    jwt: { ...otherKey(TOKEN), copies: 'to-store' },
  },
}

/** Node 2 opens nothing that the others have made. */
function otherKey(verdict: Verdict): Verdict {
  return {
    ...verdict,
    'next-node': 'some',
    'two-requests': 'out',
    cart: 'not-whole',
    'two-at-once': 'not-whole',
    'node-killed': 'out',
  }
}

const positionOf = (id: string): LabPosition<ClusterMoment, ClusterOutcome> => ({
  id,
  dials: {},
  expected: EXPECTED[id]!,
})

export const POSITIONS = Object.keys(RULES).map(positionOf) as [
  LabPosition<ClusterMoment, ClusterOutcome>,
  ...LabPosition<ClusterMoment, ClusterOutcome>[],
]

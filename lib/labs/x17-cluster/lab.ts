import { serverLab } from '../lab'
import { ClusterClient } from './cluster-client'
import { type Course, PLAYS } from './plays'
import { type ClusterMoment, type ClusterOutcome, POSITIONS, RULES } from './positions'

/** One shop on three servers. What is where, who answers, and what is left when one of them dies? */
export const lab = serverLab<string, ClusterMoment, ClusterOutcome>({
  id: 'X17',
  slug: 'x17-cluster',
  group: 'systems',
  lesson: [13, 1],
  needs: 'cluster',
  settles: [
    ...['S-074', 'S-075', 'S-082', 'S-141', 'S-152', 'S-195', 'S-252', 'S-258', 'S-264', 'S-265', 'S-266'],
    ...['S-267', 'S-268', 'S-269', 'S-270', 'S-271', 'S-272', 'S-285', 'S-286', 'S-287', 'S-288'],
  ],
  myths: [
    {
      id: 'sessions-cannot-scale',
      verdict: 'partly',
      rows: ['S-141', 'S-258', 'S-269', 'S-271'],
      position: 'shared',
      lanes: ['session'],
      moments: ['next-node', 'copies', 'node-killed'],
    },
  ],
  acts: ['start', ...Object.keys(PLAYS)],
  moments: [
    'next-node',
    'two-requests',
    'cart',
    'two-at-once',
    'copies',
    'refresh',
    'node-killed',
    'came-back',
    'new-key',
    'store-killed',
  ],
  outcomes: {
    in: 'held',
    some: 'exposed',
    out: 'exposed',
    'cart-lost': 'exposed',
    whole: 'held',
    'not-whole': 'exposed',
    nowhere: 'neutral',
    'to-all': 'neutral',
    'to-store': 'neutral',
    'store-and-copy': 'neutral',
    none: 'neutral',
  },
  asks: { moment: 'next-node', between: ['in', 'some', 'out'] },
  positions: POSITIONS,

  async *play(stage) {
    const cluster = await stage.cluster.open(RULES[stage.position]!)
    const course: Course = { stage, client: new ClusterClient(stage, cluster), cart: '' }
    yield 'start'
    for (const [act, play] of Object.entries(PLAYS)) {
      await play(course)
      yield act
    }
  },
})

// What is compared with what, in groups of at most six targets that take turns.

import type { Figure } from '../../app/_pages/numbers/figures.ts'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { LANES } from '../faults/stage.ts'
import type { Ratio } from '../statistics.ts'
import { fillSessions } from './crowd.ts'
import type { Found, LanesOf, Stages } from './found.ts'
import type { Target } from './load.ts'
import type { Slot } from './rounds.ts'
import { FLOOR, reading, refreshing, signingIn, writing } from './targets.ts'

/** Seconds in which the rows of others have to be written. */
const FILLED_WITHIN = 90

type What = Figure['what']

/** The target `of` compared `to` another. */
interface Compared extends Omit<Figure, keyof Ratio> {
  of: string
  to: string
}

export interface Group {
  name: string
  /** Of the time. */
  share: number
  /** Comes first. */
  prepare?(found: Found): Promise<void>
  /** By name. */
  targets(): Promise<Record<string, Slot>>
  figures: Compared[]
}

/** How much of each: `requests` a slice, `slow` the same for what one visitor does after the other, `rows` in the crowded database. */
interface Sizes {
  requests: number
  slow: number
  rows: number[]
}

interface Given {
  stages: Stages
  lanes: LanesOf
  quickly(name: keyof Stages, target: Target): Slot
  slowly(target: Target): Slot
  floor: Slot
}

/** @returns groups in order */
export function groupsOf(stages: Stages, lanes: LanesOf, { requests, slow, rows }: Sizes): Group[] {
  const quickly = (name: keyof Stages, target: Target) => ({ stage: stages[name], target, requests })
  const slowly = (target: Target) => ({ stage: stages.watched, target, requests: slow })
  const floor = quickly('watched', FLOOR)
  const given: Given = { stages, lanes, quickly, slowly, floor }
  return [
    readingCarts(given),
    changing(given),
    signingInAnew(given),
    refreshingTokens(given),
    ...rows.map((many: number) => amongRows(given, many)),
  ]
}

const eachLane = async <T>(make: (lane: StrategyName) => T | Promise<T>): Promise<Record<string, T>> =>
  Object.fromEntries(await Promise.all(LANES.map(async (lane) => [lane, await make(lane)])))
const eachToFloor = (what: What): Compared[] =>
  LANES.map((lane) => ({ goal: null, what, lane, of: lane, to: 'floor', most: null }))

const readingCarts = ({ lanes: { watched }, quickly, floor }: Given): Group => ({
  name: 'reading',
  share: 2,
  targets: async () => ({
    floor,
    ...(await eachLane((lane) => quickly('watched', reading(watched[lane])))),
    me: quickly('watched', reading(watched.jwt, 'me')),
  }),
  figures: [
    { goal: 'G1', what: 'read', lane: 'cookie', of: 'cookie', to: 'floor', most: 1.6 },
    { goal: 'G2', what: 'read', lane: 'session', of: 'session', to: 'floor', most: 1.5 },
    { goal: 'G3', what: 'me', lane: 'jwt', of: 'me', to: 'floor', most: 1.25 },
    { goal: 'G3', what: 'read', lane: 'jwt', of: 'jwt', to: 'floor', most: 1.7 },
  ],
})

const changing = ({ lanes: { watched }, quickly, floor }: Given): Group => ({
  name: 'changing',
  share: 2,
  targets: async () => ({ floor, ...(await eachLane((lane) => quickly('watched', writing(watched[lane])))) }),
  figures: eachToFloor('change'),
})

const signingInAnew = ({ stages: { watched }, slowly, floor }: Given): Group => ({
  name: 'signing in',
  share: 1.5,
  targets: async () => ({
    floor,
    ...(await eachLane(async (lane) => slowly(await signingIn(watched.origin, lane)))),
  }),
  figures: eachToFloor('sign-in'),
})

const refreshingTokens = ({ stages: { watched }, slowly, floor }: Given): Group => ({
  name: 'refreshing',
  share: 1,
  targets: async () => ({ floor, jwt: slowly(await refreshing(watched.origin)) }),
  figures: [{ goal: null, what: 'refresh', lane: 'jwt', of: 'jwt', to: 'floor', most: null }],
})

const amongRows = ({ stages: { watched, crowded }, lanes, quickly }: Given, many: number): Group => ({
  name: `${many} rows`,
  share: 1,
  prepare: async (found) => {
    await fillSessions(watched.file, 100, FILLED_WITHIN)
    found.crowd = await fillSessions(crowded.file, many, FILLED_WITHIN)
    if (found.crowd.rows < many)
      throw new Error(`only ${found.crowd.rows} rows could be written in ${FILLED_WITHIN} s`)
  },
  targets: async () => ({
    few: quickly('watched', reading(lanes.watched.session)),
    many: quickly('crowded', reading(lanes.crowded.session)),
  }),
  figures: [{ goal: 'G5', what: 'among', lane: 'session', rows: many, of: 'many', to: 'few', most: 1.25 }],
})
